package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.nio.file.Files;
import java.nio.file.Path;
import shakedown.host.Cost;
import shakedown.host.CostProfile;
import shakedown.wire.Role;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Key;
import shakedown.yaml.Node;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Units;
import shakedown.yaml.Yaml;

/** Reads cost profiles. */
public final class ProfileReader {

  private static final Key<Long> FIXED =
      new Key<>("fixed", Units.DURATION, "0ns", "each run, whatever its length");
  private static final Key<Long> PER_OCTET =
      new Key<>("per-octet", Units.FINE_DURATION, "0ps", "beside that, each octet");

  private ProfileReader() {}

  /** The profile of a file. */
  public static Reading<CostProfile> read(Path file) {
    return Yaml.read(file).then(ProfileReader::profile);
  }

  /**
   * A profile by its name or file, seen from a folder: {@code xeon} is {@code profiles/xeon.yaml},
   * and {@code none} costs nothing.
   */
  static Reader<CostProfile> named(Path folder) {
    return node -> Readers.TEXT.read(node).then(name -> named(node, name, folder));
  }

  private static Reading<CostProfile> named(Node node, String name, Path folder) {
    if (name.equals("none")) {
      return Reading.of(CostProfile.ZERO);
    }
    boolean isFile = name.endsWith(".yaml") || name.endsWith(".yml");
    Reading<Path> file = Paths.within(node, folder, isFile ? name : "profiles/" + name + ".yaml");
    return file.then(
        path ->
            Files.isRegularFile(path)
                ? read(path)
                : Reading.refused(
                    new Complaint(
                        node.place(),
                        "there is no cost profile " + path,
                        "the file of a cost profile, the name of one in profiles, or none")));
  }

  private static Reading<CostProfile> profile(Node root) {
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(root, "cost profile", complaints);
    fields.refuseAllBut(ImmutableList.of("name", "source", "operations", "messages"));
    String name = fields.require("name", Readers.TEXT).orElse("");
    String source = fields.require("source", Readers.TEXT).orElse("");
    ImmutableMap<String, Cost> operations =
        fields.require("operations", ProfileReader::operations).orElse(ImmutableMap.of());
    ImmutableTable.Builder<Role, String, Long> messages = ImmutableTable.builder();
    Fields sides = fields.within("messages");
    sides.refuseAllBut(ImmutableList.of("client", "server"));
    sides
        .find("client", ProfileReader::messages)
        .ifPresent(each -> each.forEach((m, cost) -> messages.put(Role.CLIENT, m, cost)));
    sides
        .find("server", ProfileReader::messages)
        .ifPresent(each -> each.forEach((m, cost) -> messages.put(Role.SERVER, m, cost)));
    return complaints.unlessAny(
        () -> new CostProfile(name, source, operations, messages.buildOrThrow()));
  }

  private static Reading<ImmutableMap<String, Cost>> operations(Node node) {
    return mapOf(node, "operations", ProfileReader::cost);
  }

  private static Reading<ImmutableMap<String, Long>> messages(Node node) {
    return mapOf(node, "messages", Units.DURATION);
  }

  private static Reading<Cost> cost(Node node) {
    if (node instanceof Node.Scalar) {
      return Units.DURATION.read(node).then(nanos -> Reading.of(new Cost(nanos, 0)));
    }
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(node, "operation", complaints);
    fields.refuseAllBut(ImmutableList.of(FIXED.name(), PER_OCTET.name()));
    Cost cost = new Cost(fields.get(FIXED), fields.get(PER_OCTET));
    return complaints.unlessAny(() -> cost);
  }

  private static <T> Reading<ImmutableMap<String, T>> mapOf(
      Node node, String name, Reader<T> reader) {
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(node, name, complaints);
    ImmutableMap.Builder<String, T> map = ImmutableMap.builder();
    for (String key : fields.keys()) {
      fields.find(key, reader).ifPresent(value -> map.put(key, value));
    }
    return complaints.unlessAny(map::buildOrThrow);
  }
}
