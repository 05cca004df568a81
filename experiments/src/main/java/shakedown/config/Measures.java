package shakedown.config;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import shakedown.config.Measure.Statistic;
import shakedown.measure.Metric;
import shakedown.yaml.Complaint;
import shakedown.yaml.Nearest;
import shakedown.yaml.Node;
import shakedown.yaml.Reading;

/** Reads a metric by its name in YAML, with a quantile after a dot or not. */
final class Measures {

  /** By its name in YAML, the name in JSON. */
  private static final ImmutableMap<String, String> METRICS =
      Maps.toMap(
              Stream.concat(
                      Stream.of(Metric.values()).map(Metric::jsonName),
                      Stream.of("roundTrips", "serverHandshakesPerSecond"))
                  .toList(),
              Measures::inYaml)
          .entrySet()
          .stream()
          .collect(ImmutableMap.toImmutableMap(e -> e.getValue(), e -> e.getKey()));

  private static final ImmutableMap<String, Statistic> STATISTICS =
      Maps.uniqueIndex(
          Arrays.asList(Statistic.values()), each -> each.name().toLowerCase(Locale.ROOT));

  private Measures() {}

  /** Without a statistic it is the median of a time, and the mean of all else. */
  static Reading<Measure> read(Node node) {
    String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    int dot = text.indexOf('.');
    String name = dot < 0 ? text : text.substring(0, dot);
    String metric = METRICS.get(name);
    if (metric == null) {
      return Reading.refused(
          new Complaint(
              node.place(),
              node.described() + " is no metric",
              "one of " + String.join(", ", METRICS.keySet()),
              Nearest.to(name, METRICS.keySet())));
    }
    if (dot < 0) {
      return Reading.of(
          new Measure(metric, metric.endsWith("Nanos") ? Statistic.P50 : Statistic.MEAN));
    }
    Statistic statistic = STATISTICS.get(text.substring(dot + 1));
    return statistic == null
        ? Reading.refused(
            new Complaint(
                node.place(),
                text + " asks for no statistic that is kept",
                String.join(", ", STATISTICS.keySet()) + " after the dot"))
        : Reading.of(new Measure(metric, statistic));
  }

  private static String inYaml(String json) {
    String bare = json.endsWith("Nanos") ? json.substring(0, json.length() - 5) : json;
    return CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, bare);
  }
}
