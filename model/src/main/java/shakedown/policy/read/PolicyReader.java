package shakedown.policy.read;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shakedown.policy.Authentication;
import shakedown.policy.Exchange;
import shakedown.policy.Option;
import shakedown.policy.Policy;
import shakedown.policy.Service;
import shakedown.policy.Sizes;
import shakedown.policy.clients.RealClient;
import shakedown.wire.Version;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Node;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Yaml;

/** Reads a policy; what a text does not say is as the model's default. */
public final class PolicyReader {

  private static final ImmutableMap<String, Option> OPTIONS =
      Stream.of(Option.values()).collect(toImmutableMap(PolicyReader::key, Function.identity()));

  /** Who a server is, or whom a client means. */
  private static final ImmutableList<String> HOSTS = ImmutableList.of("name", "server-name");

  /** The keys of a policy, but for the name of the host. */
  public static final ImmutableSet<String> KEYS =
      ImmutableSet.<String>builder()
          .addAll(Lists.KEYS)
          .addAll(SuiteLists.KEYS)
          .add(
              "hello",
              "client-authentication",
              "max-fragment-length",
              "record-size-limit",
              "record-padding")
          .addAll(OPTIONS.keySet())
          .build();

  private PolicyReader() {}

  /** Reads a file that holds a policy and nothing else. */
  public static Reading<Policy> read(Path path) {
    return Yaml.read(path).then(PolicyReader::whole);
  }

  /** Reads the octets of such a file. */
  public static Reading<Policy> read(String file, byte[] octets) {
    return Yaml.read(file, octets).then(PolicyReader::whole);
  }

  /**
   * Reads the keys of a policy among others; faults go to the collector of the mapping.
   *
   * @param host whom a client means, or who a server is
   */
  public static Policy read(String host, Fields fields) {
    Optional<ImmutableList<Version>> versions = fields.find("versions", Lists.VERSIONS);
    Policy unlessSaid =
        fields
            .find("hello", Lists.CLIENTS_BY_HELLO)
            .flatMap(Function.identity())
            .map(client -> like(client, host, versions))
            .orElseGet(() -> Policy.of(host));
    return new Policy(
        new Service(host, fields.find("protocols", Lists.PROTOCOLS).orElse(unlessSaid.protocols())),
        versions.orElse(unlessSaid.versions()),
        SuiteLists.read(fields, unlessSaid.suites()),
        exchange(fields, unlessSaid.exchange()),
        authentication(fields, unlessSaid.authentication()),
        sizes(fields),
        unlessSaid.hello(),
        options(fields, unlessSaid.options()));
  }

  /** What a client offers follows from its versions, if it is told one alone. */
  private static Policy like(
      RealClient client, String host, Optional<ImmutableList<Version>> versions) {
    return versions
        .filter(said -> said.size() == 1 && client.policy(host).speaks(said.get(0)))
        .map(said -> client.policy(host, said.get(0)))
        .orElseGet(() -> client.policy(host));
  }

  private static Reading<Policy> whole(Node node) {
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(node, "a policy", complaints);
    fields.refuseAllBut(Sets.union(KEYS, ImmutableSet.copyOf(HOSTS)));
    ImmutableList<String> said =
        HOSTS.stream().filter(fields::has).collect(ImmutableList.toImmutableList());
    if (said.size() > 1) {
      fields.refuse("server-name", "a policy has one name", "name, or server-name of a client");
    }
    String host =
        said.stream().findFirst().flatMap(key -> fields.find(key, Readers.TEXT)).orElse("");
    Policy policy = read(host, fields);
    return complaints.unlessAny(() -> policy);
  }

  private static Exchange exchange(Fields fields, Exchange unlessSaid) {
    var groups = fields.find("groups", Lists.GROUPS);
    var shares =
        fields
            .find("shares", Lists.SHARES)
            .or(() -> groups.map(said -> said.subList(0, 1)))
            .orElse(unlessSaid.shares());
    Exchange exchange =
        new Exchange(
            groups.orElse(unlessSaid.groups()),
            shares,
            fields.find("psk-modes", Lists.PSK_MODES).orElse(unlessSaid.pskModes()));
    shares.stream()
        .filter(share -> !exchange.groups().contains(share))
        .forEach(
            share ->
                fields.refuse(
                    "shares", share + " is not among the groups", "some of the groups, in order"));
    return exchange;
  }

  private static Authentication authentication(Fields fields, Authentication unlessSaid) {
    return new Authentication(
        fields.find("schemes", Lists.SCHEMES).orElse(unlessSaid.schemes()),
        fields.find("delegated-schemes", Lists.SCHEMES).orElse(unlessSaid.delegatedSchemes()),
        fields
            .find("certificate-compression", Lists.COMPRESSIONS)
            .orElse(unlessSaid.compressions()),
        fields.find("own-certificate-types", Lists.TYPES).orElse(unlessSaid.ownTypes()),
        fields.find("peer-certificate-types", Lists.TYPES).orElse(unlessSaid.peerTypes()),
        fields.find("client-authentication", Lists.CLIENTS).orElse(unlessSaid.clients()));
  }

  private static Sizes sizes(Fields fields) {
    return new Sizes(
            fields
                .find("max-fragment-length", Lists.FRAGMENT)
                .orElse(Sizes.ANY.maxFragmentLength()),
            fields.find("record-size-limit", Lists.RECORD).orElse(Sizes.ANY.recordSizeLimit()))
        .withPadding(fields.find("record-padding", Lists.PADDING).orElse(Sizes.ANY.padding()));
  }

  private static ImmutableSet<Option> options(Fields fields, ImmutableSet<Option> unlessSaid) {
    return OPTIONS.entrySet().stream()
        .filter(
            entry ->
                fields
                    .find(entry.getKey(), Readers.SWITCH)
                    .orElse(unlessSaid.contains(entry.getValue())))
        .map(entry -> entry.getValue())
        .collect(Sets.toImmutableEnumSet());
  }

  private static String key(Option option) {
    return Ascii.toLowerCase(option.name()).replace('_', '-');
  }
}
