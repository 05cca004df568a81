package shakedown.world;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shakedown.policy.Authentication;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.wire.CipherSuite;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;
import shakedown.yaml.Fields;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;

/** Reads what a party offers and wants; what a file does not say is as the model's default. */
final class PartyReader {
  private static final Policy DEFAULT = Policy.of("");
  private static final Reader<ImmutableList<Version>> VERSIONS =
      Readers.listOf(Readers.oneOf(ImmutableMap.of("1.3", Version.TLS13, "1.2", Version.TLS12)));
  private static final Reader<ImmutableList<CipherSuite>> SUITES = listOf(DEFAULT.suites());
  private static final Reader<ImmutableList<NamedGroup>> GROUPS =
      listOf(ImmutableList.of(NamedGroup.X25519, NamedGroup.SECP256R1, NamedGroup.SECP384R1));
  private static final Reader<ImmutableList<SignatureScheme>> SCHEMES = listOf(DEFAULT.schemes());
  private static final Reader<ImmutableList<CompressionAlgorithm>> COMPRESSIONS =
      listOf(
          ImmutableList.of(
              CompressionAlgorithm.ZLIB, CompressionAlgorithm.BROTLI, CompressionAlgorithm.ZSTD));
  private static final ImmutableMap<String, Option> OPTIONS =
      Stream.of(Option.values()).collect(toImmutableMap(PartyReader::key, Function.identity()));

  /** The keys of a party's policy. */
  static final ImmutableSet<String> KEYS =
      ImmutableSet.<String>builder()
          .add("versions", "suites", "groups", "shares", "schemes", "certificate-compression")
          .addAll(OPTIONS.keySet())
          .build();

  private PartyReader() {}

  /**
   * The policy of a party.
   *
   * @param host whom a client means, or who a server is
   */
  static Policy read(String host, Fields fields) {
    Policy asGrouped =
        fields
            .find("groups", GROUPS)
            .map(groups -> DEFAULT.withGroups(groups.toArray(NamedGroup[]::new)))
            .orElse(DEFAULT);
    ImmutableSet<Option> on = options(fields, true);
    ImmutableSet<Option> off = options(fields, false);
    return new Policy(
        host,
        fields.find("versions", VERSIONS).orElse(DEFAULT.versions()),
        fields.find("suites", SUITES).orElse(DEFAULT.suites()),
        fields
            .find("shares", GROUPS)
            .map(shares -> asGrouped.withShares(shares.toArray(NamedGroup[]::new)))
            .orElse(asGrouped)
            .exchange(),
        authentication(fields),
        DEFAULT.protocols(),
        DEFAULT.sizes(),
        Sets.immutableEnumSet(Sets.difference(Sets.union(DEFAULT.options(), on), off)));
  }

  private static Authentication authentication(Fields fields) {
    return DEFAULT
        .withSchemes(
            fields
                .find("schemes", SCHEMES)
                .orElse(DEFAULT.schemes())
                .toArray(SignatureScheme[]::new))
        .withCompressions(
            fields
                .find("certificate-compression", COMPRESSIONS)
                .orElse(DEFAULT.compressions())
                .toArray(CompressionAlgorithm[]::new))
        .authentication();
  }

  private static ImmutableSet<Option> options(Fields fields, boolean wanted) {
    return OPTIONS.entrySet().stream()
        .filter(entry -> said(fields, entry.getKey()).filter(on -> on == wanted).isPresent())
        .map(Map.Entry::getValue)
        .collect(Sets.toImmutableEnumSet());
  }

  private static Optional<Boolean> said(Fields fields, String key) {
    return fields.find(key, Readers.SWITCH);
  }

  private static String key(Option option) {
    return Ascii.toLowerCase(option.name()).replace('_', '-');
  }

  private static <T> Reader<ImmutableList<T>> listOf(ImmutableList<T> known) {
    return Readers.listOf(
        Readers.oneOf(
            known.stream().collect(toImmutableMap(Object::toString, Function.identity()))));
  }
}
