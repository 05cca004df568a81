package shakedown.policy.read;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.HelloProfile;
import shakedown.policy.clients.RealClient;
import shakedown.wire.CertificateType;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.NamedGroup;
import shakedown.wire.PskMode;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;
import shakedown.yaml.Complaint;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Units;

/** How each value of a policy is read. */
final class Lists {

  /** Keys whose values are lists, but for suites. */
  static final ImmutableSet<String> KEYS =
      ImmutableSet.of(
          "versions",
          "groups",
          "shares",
          "psk-modes",
          "schemes",
          "delegated-schemes",
          "certificate-compression",
          "own-certificate-types",
          "peer-certificate-types",
          "protocols");

  static final Reader<ImmutableList<Version>> VERSIONS =
      some(
          Readers.oneOf(
              ImmutableMap.of(
                  "1.3", Version.TLS13,
                  "1.2", Version.TLS12,
                  "1.1", Version.TLS11,
                  "1.0", Version.TLS10,
                  "ssl-3.0", Version.SSL3)));
  static final Reader<ImmutableList<NamedGroup>> GROUPS = some(named(NamedGroup.known()));

  /** A client may bring none, and hear by a retry which group the server wants. */
  static final Reader<ImmutableList<NamedGroup>> SHARES = Readers.listOf(named(NamedGroup.known()));

  static final Reader<ImmutableList<SignatureScheme>> SCHEMES =
      some(named(SignatureScheme.known()));
  static final Reader<ImmutableList<PskMode>> PSK_MODES =
      some(
          Readers.oneOf(
              ImmutableMap.of("psk_dhe_ke", PskMode.PSK_DHE_KE, "psk_ke", PskMode.PSK_KE)));
  static final Reader<ImmutableList<CompressionAlgorithm>> COMPRESSIONS =
      Readers.listOf(
          named(
              ImmutableList.of(
                  CompressionAlgorithm.ZLIB,
                  CompressionAlgorithm.BROTLI,
                  CompressionAlgorithm.ZSTD)));
  static final Reader<ImmutableList<CertificateType>> TYPES =
      some(
          Readers.oneOf(
              ImmutableMap.of(
                  "x509", CertificateType.X509, "raw-public-key", CertificateType.RAW_PUBLIC_KEY)));
  static final Reader<ImmutableList<String>> PROTOCOLS = Readers.listOf(Lists::protocol);
  static final Reader<Optional<RealClient>> CLIENTS_BY_HELLO = Readers.oneOf(hellos());
  static final Reader<ClientAuthentication> CLIENTS =
      Readers.oneOf(
          ImmutableMap.of(
              "not-asked", ClientAuthentication.NOT_ASKED,
              "asked", ClientAuthentication.ASKED,
              "required", ClientAuthentication.REQUIRED));
  static final Reader<Integer> FRAGMENT =
      Readers.oneOf(ImmutableMap.of("512B", 1, "1024B", 2, "2048B", 3, "4096B", 4));
  static final Reader<Integer> RECORD = Lists::recordSize;
  static final Reader<Integer> PADDING = Lists::padding;

  /** More names than a complaint should recite. */
  private static final int MANY = 8;

  private static final int MAX_PROTOCOL_OCTETS = 255;
  private static final int MIN_RECORD = 64;
  private static final int MAX_RECORD = (1 << 14) + 1;

  private Lists() {}

  private static <T> Reader<T> named(ImmutableList<T> known) {
    ImmutableMap<String, T> names =
        known.stream().collect(toImmutableMap(Object::toString, Function.identity()));
    String expected = names.size() > MANY ? "a registered name" : String.join(", ", names.keySet());
    return Readers.oneOf(expected, names);
  }

  private static ImmutableMap<String, Optional<RealClient>> hellos() {
    var hellos = ImmutableMap.<String, Optional<RealClient>>builder();
    hellos.put(HelloProfile.PLAIN.name(), Optional.empty());
    for (RealClient client : RealClient.values()) {
      hellos.put(client.toString(), Optional.of(client));
    }
    return hellos.buildOrThrow();
  }

  /** A list with something in it. */
  static <T> Reader<ImmutableList<T>> some(Reader<T> item) {
    return node ->
        Readers.listOf(item)
            .read(node)
            .then(
                items ->
                    items.isEmpty()
                        ? Reading.refused(
                            new Complaint(node.place(), "an empty list", "one or more, best first"))
                        : Reading.of(items));
  }

  /** 1 to 255 octets (RFC 7301 3.1). */
  private static Reading<String> protocol(Node node) {
    return Readers.TEXT
        .read(node)
        .then(
            name ->
                name.getBytes(StandardCharsets.UTF_8).length <= MAX_PROTOCOL_OCTETS
                    ? Reading.of(name)
                    : Reading.refused(
                        new Complaint(node.place(), "a name too long", "at most 255 octets")));
  }

  /** RFC 8449 4. */
  private static Reading<Integer> recordSize(Node node) {
    return recordSize(node, MIN_RECORD);
  }

  /** A multiple (RFC 8446 5.4). */
  private static Reading<Integer> padding(Node node) {
    return recordSize(node, 1);
  }

  private static Reading<Integer> recordSize(Node node, int least) {
    return Units.SIZE
        .read(node)
        .then(
            octets ->
                octets >= least && octets <= MAX_RECORD
                    ? Reading.of(octets.intValue())
                    : Reading.refused(
                        new Complaint(
                            node.place(),
                            node.described() + " is no size of a record",
                            least + "B to 16385B")));
  }
}
