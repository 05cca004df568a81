package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.stream.Stream;
import shakedown.yaml.Key;

/** Every key of an experiment, its default and what it means, as a text for people. */
public final class Reference {

  private static final ImmutableMap<String, ImmutableList<Key<?>>> SECTIONS =
      ImmutableMap.<String, ImmutableList<Key<?>>>builder()
          .put("variants.NAME", VariantReader.KEYS)
          .put("network", NetworkReader.KEYS)
          .put("network.tcp", NetworkReader.TCP_KEYS)
          .put("workload", WorkloadReader.KEYS)
          .put("workload.arrivals", WorkloadReader.ARRIVAL_KEYS)
          .put("runs", RunsReader.KEYS)
          .put("runs.until", RunsReader.UNTIL_KEYS)
          .buildOrThrow();

  private Reference() {}

  /** The text of {@code reference.yaml}. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Every key of an experiment: its default, or what must or may be said, and why.\n");
    text.append(
        "# Made from the code by a test that also compares. Units: ms s Mbit/s B kB KiB %\n");
    section(text, "", ExperimentReader.KEYS);
    SECTIONS.forEach((path, keys) -> section(text, path, keys));
    return text.toString();
  }

  static ImmutableList<String> names(List<Key<?>> keys, String... more) {
    return Stream.concat(keys.stream().map(Key::name), Stream.of(more))
        .collect(ImmutableList.toImmutableList());
  }

  private static void section(StringBuilder text, String path, List<Key<?>> keys) {
    if (!path.isEmpty()) {
      text.append('\n').append(path).append(":\n");
    }
    String indent = path.isEmpty() ? "" : "  ";
    for (Key<?> key : keys) {
      text.append(indent).append("# ").append(key.meaning()).append('\n');
      text.append(indent).append(key.name()).append(":");
      text.append(key.unlessSaid().isEmpty() ? "" : " " + key.unlessSaid()).append('\n');
    }
  }
}
