package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.List;
import shakedown.yaml.Complaint;
import shakedown.yaml.Complaints;
import shakedown.yaml.Fields;
import shakedown.yaml.Node;
import shakedown.yaml.Node.Scalar;
import shakedown.yaml.Reader;
import shakedown.yaml.Readers;
import shakedown.yaml.Reading;
import shakedown.yaml.Units;

/**
 * The conditions that an experiment steps through: every combination of the values of its axes.
 *
 * @param base the values of the axes in the experiment itself
 * @param steps the values of each axis
 */
record Sweep(ImmutableMap<String, Scalar> base, ImmutableMap<String, ImmutableList<Scalar>> steps) {

  private static final int MOST = 1000;
  private static final ImmutableList<Reader<? extends Number>> NUMBERS =
      ImmutableList.of(
          Units.DURATION,
          Units.RATE,
          Units.SIZE,
          Units.PROBABILITY,
          Readers.integer(0, Integer.MAX_VALUE));

  /** Reads which keys are swept. */
  static Sweep read(Node root, Fields fields, Complaints complaints) {
    ImmutableMap.Builder<String, Scalar> base = ImmutableMap.builder();
    ImmutableMap.Builder<String, ImmutableList<Scalar>> steps = ImmutableMap.builder();
    for (String path : fields.keys()) {
      if (!path.startsWith("network.") && !path.startsWith("workload.")) {
        fields.refuse(path, "cannot be swept", "a key of network or workload, as network.rtt");
      } else if (Tree.get(root, path).orElse(root) instanceof Scalar own) {
        base.put(path, own);
        fields
            .find(path, Readers.listOf(Sweep::scalar))
            .ifPresent(values -> steps.put(path, values));
      } else {
        fields.refuse(
            path,
            "has no value of its own",
            path + " outside of sweep: it holds wherever that key is no axis");
      }
    }
    Sweep sweep = new Sweep(base.buildOrThrow(), steps.buildOrThrow());
    if (sweep.steps.values().stream().mapToLong(List::size).reduce(1, Sweep::product) > MOST) {
      complaints.add(
          new Complaint(fields.place(), "sweep has too many steps", "at most " + MOST + " in all"));
      return new Sweep(ImmutableMap.of(), ImmutableMap.of());
    }
    return sweep;
  }

  ImmutableSet<String> axes() {
    return steps.keySet();
  }

  /** The experiment's own conditions, then those of each step. */
  ImmutableList<Point> points(Node root, Path folder, Complaints complaints) {
    ImmutableList<String> paths = steps.keySet().asList();
    ImmutableSet.Builder<Point> points = ImmutableSet.builder();
    points.add(point(root, base, folder, complaints));
    for (List<Scalar> values : Lists.cartesianProduct(steps.values().asList())) {
      ImmutableMap.Builder<String, Scalar> step = ImmutableMap.builder();
      for (int i = 0; i < paths.size(); i++) {
        step.put(paths.get(i), values.get(i));
      }
      points.add(point(root, step.buildOrThrow(), folder, complaints));
    }
    return points.build().asList();
  }

  private static Point point(
      Node root, ImmutableMap<String, Scalar> step, Path folder, Complaints complaints) {
    Node tree = root;
    ImmutableMap.Builder<String, AxisValue> axes = ImmutableMap.builder();
    for (String path : step.keySet()) {
      Scalar value = step.getOrDefault(path, new Scalar(root.place(), ""));
      tree = Tree.with(tree, path, value);
      axes.put(path, new AxisValue(value.text(), number(value)));
    }
    Fields fields = Fields.of(tree, "the experiment", complaints);
    return new Point(
        axes.buildOrThrow(),
        NetworkReader.read(fields.within("network")),
        WorkloadReader.read(fields.within("workload"), folder));
  }

  private static double number(Scalar value) {
    return NUMBERS.stream()
        .flatMap(reader -> reader.read(value).toOptional().stream())
        .mapToDouble(Number::doubleValue)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Reading<Scalar> scalar(Node node) {
    return node instanceof Scalar scalar
        ? Reading.of(scalar)
        : Reading.refused(
            new Complaint(node.place(), node.described() + " is no value", "a value, as 10ms"));
  }

  private static long product(long a, long b) {
    return Math.min(MOST + 1L, a * Math.min(MOST + 1L, b));
  }
}
