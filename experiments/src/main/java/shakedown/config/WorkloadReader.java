package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import shakedown.host.CostProfile;
import shakedown.yaml.Complaint;
import shakedown.yaml.Fields;
import shakedown.yaml.Key;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Units;

/** Reads who talks, what about, and how often. */
final class WorkloadReader {

  static final Key<String> CLIENT =
      new Key<>(
          "client",
          Readers.TEXT,
          "none",
          "cost profile of the client: profiles/NAME.yaml beside the experiment, a file, or none");
  static final Key<String> SERVER =
      new Key<>("server", Readers.TEXT, "none", "cost profile of the server, likewise");
  static final Key<Long> CORES = new Key<>("cores", Readers.integer(1, 1024), "1", "of the server");
  static final Key<Long> REQUEST =
      new Key<>("request", octets(16 << 20), "400B", "application data from client to server");
  static final Key<Long> RESPONSE =
      new Key<>("response", octets(1 << 30), "1kB", "application data back");
  private static final Key<Node.Mapping> ARRIVALS =
      new Key<>("arrivals", Readers.MAPPING, "{}", "how connections come to a loaded server");
  static final ImmutableList<Key<?>> KEYS =
      ImmutableList.of(CLIENT, SERVER, CORES, REQUEST, RESPONSE, ARRIVALS);

  static final Key<ImmutableList<Long>> OPEN_LOOP =
      new Key<>(
          "open-loop",
          Readers.listOf(Readers.atLeast(1, "at least 1/s", Units.FREQUENCY)),
          "[]",
          "offered loads, as [500/s, 2k/s]; connections come at random and wait for nobody");
  static final Key<Long> FOR =
      new Key<>(
          "for", Readers.atLeast(1, "more than 0", Units.DURATION), "5s", "how long they come");
  static final ImmutableList<Key<?>> ARRIVAL_KEYS = ImmutableList.of(OPEN_LOOP, FOR);

  private static final ImmutableSet<String> LATER = ImmutableSet.of("requests", "give-up");

  private WorkloadReader() {}

  static Workload read(Fields fields, Path folder) {
    fields.refuseAllBut(Reference.names(KEYS), LATER);
    Arrivals arrivals = arrivals(fields.within("arrivals"));
    return new Workload(
        profile(fields, CLIENT, folder),
        profile(fields, SERVER, folder),
        Math.toIntExact(fields.get(CORES)),
        fields.get(REQUEST),
        fields.get(RESPONSE),
        arrivals);
  }

  private static Arrivals arrivals(Fields fields) {
    fields.refuseAllBut(Reference.names(ARRIVAL_KEYS), ImmutableSet.of("closed-loop"));
    return new Arrivals(fields.get(OPEN_LOOP), fields.get(FOR));
  }

  private static CostProfile profile(Fields fields, Key<String> key, Path folder) {
    return fields.find(key.name(), ProfileReader.named(folder)).orElse(CostProfile.ZERO);
  }

  private static Reader<Long> octets(long most) {
    return node ->
        Readers.atLeast(1, "at least 1B", Units.SIZE)
            .read(node)
            .then(
                value ->
                    value <= most
                        ? Reading.of(value)
                        : Reading.refused(
                            new Complaint(
                                node.place(),
                                node.described() + " is too large",
                                "at most " + most + "B")));
  }
}
