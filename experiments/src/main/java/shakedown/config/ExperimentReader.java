package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Key;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Node.Mapping;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Yaml;

/** Reads an experiment from its file. */
public final class ExperimentReader {

  private static final Key<String> QUESTION =
      new Key<>("question", Readers.TEXT, "", "what the experiment answers, in your words");
  private static final Key<String> BASELINE =
      new Key<>("baseline", Readers.TEXT, "", "the variant that the others are held against");
  private static final Key<Mapping> VARIANTS =
      new Key<>("variants", Readers.MAPPING, "", "handshakes, each under its name");
  private static final Key<Mapping> NETWORK =
      new Key<>(
          "network",
          Readers.MAPPING,
          "",
          "what lies between, or one of " + String.join(", ", Networks.NAMES));
  private static final Key<Mapping> WORKLOAD =
      new Key<>("workload", Readers.MAPPING, "{}", "who talks, what about, how often");
  private static final Key<Mapping> SWEEP =
      new Key<>(
          "sweep",
          Readers.MAPPING,
          "{}",
          "keys of network or workload by path, with values beside the one of the experiment, as"
              + " {network.rtt: [10ms, 100ms]}");
  private static final Key<Mapping> RUNS =
      new Key<>("runs", Readers.MAPPING, "{}", "how often, and the seed");
  private static final Key<ImmutableList<Node>> REPORT =
      new Key<>(
          "report",
          Readers.listOf(Reading::of),
          "[]",
          "charts {chart: ecdf|by-axis|bars|throughput, of: METRIC, axis: KEY} and tables {table:"
              + " [METRIC], against: baseline}");
  static final ImmutableList<Key<?>> KEYS =
      ImmutableList.of(QUESTION, BASELINE, VARIANTS, NETWORK, WORKLOAD, SWEEP, RUNS, REPORT);

  private ExperimentReader() {}

  /**
   * The experiment of a file.
   *
   * @param settings keys set on the command line, as {@code network.rtt=80ms}
   */
  public static Reading<Experiment> read(Path file, List<String> settings) {
    Reading<ImmutableList<Setting>> set = Setting.parseAll(settings);
    return Yaml.read(file).then(root -> set.then(each -> read(named(root), each, file)));
  }

  private static Reading<Experiment> read(Node file, ImmutableList<Setting> settings, Path path) {
    Node root = file;
    for (Setting setting : settings) {
      root = named(Tree.with(root, setting.path(), setting.value()));
    }
    return read(root, path);
  }

  private static Reading<Experiment> read(Node root, Path file) {
    Path folder = file.resolveSibling("");
    Complaints complaints = new Complaints();
    Fields fields = Fields.of(root, "the experiment", complaints);
    fields.refuseAllBut(Reference.names(KEYS));
    fields.require(NETWORK);
    String question = fields.require(QUESTION).orElse("");
    ImmutableMap<String, Variant> variants = variants(fields, folder, complaints);
    Optional<Variant> baseline = baseline(fields, variants, complaints);
    Sweep sweep = Sweep.read(root, fields.within("sweep"), complaints);
    ImmutableList<Point> points = sweep.points(root, folder, complaints);
    Runs runs = RunsReader.read(fields.within("runs"));
    ImmutableList<Exhibit> report = report(fields, sweep, points);
    return complaints.unlessAny(
        () ->
            new Experiment(
                name(file), question, baseline.orElseThrow(), variants, points, runs, report));
  }

  private static ImmutableMap<String, Variant> variants(
      Fields fields, Path folder, Complaints complaints) {
    Optional<Mapping> mapping = fields.require(VARIANTS);
    ImmutableMap.Builder<String, Variant> variants = ImmutableMap.builder();
    if (mapping.isPresent()) {
      Heirs heirs = new Heirs(mapping.get(), complaints);
      for (Node.Entry entry : mapping.get().entries()) {
        String name = entry.key().text();
        heirs
            .resolve(entry)
            .map(node -> Fields.of(node, "variant " + name, complaints))
            .flatMap(each -> VariantReader.read(name, each, folder))
            .ifPresent(variant -> variants.put(name, variant));
      }
    }
    return variants.buildOrThrow();
  }

  private static Optional<Variant> baseline(
      Fields fields, ImmutableMap<String, Variant> variants, Complaints complaints) {
    Optional<String> name = fields.require(BASELINE);
    ImmutableSet<String> names = ImmutableSet.copyOf(fields.within("variants").keys());
    if (name.isPresent() && !names.contains(name.get())) {
      complaints.add(
          new Complaint(
              fields.place("baseline"),
              "baseline: there is no variant " + name.get(),
              names.isEmpty() ? "the name of a variant" : "one of " + String.join(", ", names),
              Nearest.to(name.get(), names)));
    }
    return name.flatMap(each -> Optional.ofNullable(variants.get(each)));
  }

  private static ImmutableList<Exhibit> report(
      Fields fields, Sweep sweep, ImmutableList<Point> points) {
    boolean loaded = !points.getFirst().workload().arrivals().perSecond().isEmpty();
    ExhibitReader reader = new ExhibitReader(sweep.axes(), loaded);
    return fields.find("report", Readers.listOf(reader::read)).orElse(ImmutableList.of());
  }

  /** The tree with the keys of a network in place of its name. */
  private static Node named(Node root) {
    return Tree.get(root, "network")
        .flatMap(Networks::named)
        .map(network -> Tree.with(root, "network", network))
        .orElse(root);
  }

  private static String name(Path file) {
    String name = file.toAbsolutePath().normalize().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
