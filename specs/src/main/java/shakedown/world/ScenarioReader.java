package shakedown.world;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.io.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import shakedown.adversary.Network;
import shakedown.policy.Policy;
import shakedown.policy.read.PolicyReader;
import shakedown.property.Catalogue;
import shakedown.property.Property;
import shakedown.rules.Rule;
import shakedown.rules.Rules;
import shakedown.wire.KeyType;
import shakedown.wire.Version;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Yaml;

/** Reads a scenario, or says all that is wrong with it. */
public final class ScenarioReader {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of("question", "reference", "parties", "network", "flaw", "expect");
  private static final ImmutableSet<String> KEYS_TO_COME = ImmutableSet.of("at-most", "size");
  private static final ImmutableSet<String> SIDES = ImmutableSet.of("client", "server");
  private static final ImmutableSet<String> NETWORK_KEYS_TO_COME =
      ImmutableSet.of("adversary", "sessions", "own-values", "capabilities");
  private static final Reader<Network> NETWORK =
      Readers.oneOf(named(ImmutableList.copyOf(Network.values())));
  private static final Reader<Resumption> RESUMPTION =
      Readers.oneOf(named(ImmutableList.copyOf(Resumption.values())));
  private static final Reader<KeyType> KEY_TYPE =
      Readers.oneOf(
          ImmutableMap.of(
              "ecdsa-p256", KeyType.ECDSA_P256, "rsa", KeyType.RSA, "ed25519", KeyType.ED25519));
  private static final Reader<String> VERDICT =
      Readers.oneOf(
          named(ImmutableList.of("holds", "holds-vacuously", "fails", "reached", "not-reached")));
  private static final Reader<ImmutableList<Rule>> RULES =
      Readers.listOf(
          Readers.oneOf(
              "a rule that can be waived",
              Stream.of(Rule.values())
                  .filter(rule -> rule.sort() != Rule.Sort.NEED)
                  .collect(toImmutableMap(Rule::toString, Function.identity()))));

  private final Complaints complaints = new Complaints();
  private final Fields fields;

  private ScenarioReader(Node node) {
    fields = Fields.of(node, "a scenario", complaints);
  }

  /** Reads a file. */
  public static Reading<Scenario> read(Path path) {
    String name = Files.getNameWithoutExtension(path.toString());
    return Yaml.read(path).then(node -> new ScenarioReader(node).read(name));
  }

  private Reading<Scenario> read(String name) {
    fields.refuseAllBut(KEYS, KEYS_TO_COME);
    Fields flaw = mapping(fields, "flaw");
    flaw.refuseAllBut(SIDES);
    Fields client = side("client", "server-name", "resume");
    Fields server = side("server", "name", "key");
    Scenario scenario =
        new Scenario(
            name,
            fields.require("question", Readers.TEXT).orElse(""),
            fields.find("reference", Readers.TEXT).orElse(""),
            new Party(policy(client, "server-name"), rules(flaw, "client")),
            new Party(policy(server, "name"), rules(flaw, "server")),
            server.find("key", KEY_TYPE).orElse(KeyType.ECDSA_P256),
            client.find("resume", RESUMPTION).orElse(Resumption.NONE),
            network(),
            expected());
    refuseMisfits(scenario, client);
    return complaints.unlessAny(() -> scenario);
  }

  private Fields side(String which, String host, String own) {
    ImmutableList<Node> found =
        fields
            .node("parties")
            .filter(Node.Sequence.class::isInstance)
            .map(node -> ((Node.Sequence) node).items())
            .orElse(ImmutableList.of())
            .stream()
            .flatMap(item -> party(item).node(which).stream())
            .collect(ImmutableList.toImmutableList());
    if (found.size() != 1) {
      fields.refuse(
          "parties",
          found.size() + " of them are a " + which,
          "a list of one client and one server");
      return nothing(which);
    }
    Fields side = Fields.of(found.getFirst(), "the " + which, complaints);
    side.refuseAllBut(Sets.union(PolicyReader.KEYS, ImmutableSet.of(host, own)));
    side.require(host, Readers.TEXT);
    return side;
  }

  private Fields party(Node item) {
    Fields party = Fields.of(item, "a party", complaints);
    party.refuseAllBut(SIDES);
    return party;
  }

  private static Policy policy(Fields side, String hostKey) {
    return PolicyReader.read(side.find(hostKey, Readers.TEXT).orElse(""), side);
  }

  private Rules rules(Fields flaw, String which) {
    Fields side = mapping(flaw, which);
    side.refuseAllBut(ImmutableSet.of("waives"));
    return side.find("waives", RULES)
        .map(waived -> Rules.RFC.without(waived.toArray(Rule[]::new)))
        .orElse(Rules.RFC);
  }

  private Network network() {
    Fields network = mapping(fields, "network");
    network.refuseAllBut(ImmutableSet.of("kind"), NETWORK_KEYS_TO_COME);
    return network.find("kind", NETWORK).orElse(Network.CLOSING);
  }

  private ImmutableMap<String, String> expected() {
    Fields expect = mapping(fields, "expect");
    ImmutableSet<String> names =
        Catalogue.ALL.stream().map(Property::name).collect(ImmutableSet.toImmutableSet());
    expect.refuseAllBut(names);
    var expected = ImmutableMap.<String, String>builder();
    for (String name : names) {
      expect.find(name, VERDICT).ifPresent(verdict -> expected.put(name, verdict));
    }
    return expected.buildOrThrow();
  }

  /** A session is resumed in the version that it began in. */
  private static void refuseMisfits(Scenario scenario, Fields client) {
    Resumption resumption = scenario.resumption();
    Optional<Version> spoken =
        scenario.server().policy().versions().stream()
            .filter(scenario.client().policy()::speaks)
            .findFirst();
    Version wanted = resumption == Resumption.PSK_DHE_KE ? Version.TLS13 : Version.TLS12;
    if (resumption != Resumption.NONE && !spoken.equals(Optional.of(wanted))) {
      client.refuse(
          "resume",
          resumption
              + " belongs to "
              + wanted
              + ", and these parties speak "
              + spoken.map(Version::toString).orElse("no version in common"),
          "versions of which " + wanted + " is the first in common");
    }
  }

  private Fields mapping(Fields parent, String key) {
    return parent
        .node(key)
        .map(node -> Fields.of(node, key, complaints))
        .orElseGet(() -> nothing(key));
  }

  private Fields nothing(String name) {
    return Fields.of(new Node.Mapping(fields.place(), ImmutableList.of()), name, complaints);
  }

  private static <T> ImmutableMap<String, T> named(ImmutableList<T> things) {
    return things.stream().collect(toImmutableMap(Object::toString, Function.identity()));
  }
}
