package shakedown.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import shakedown.yaml.Key;

/** Every key of an experiment, its default and what it means, as a text for people. */
public final class Reference {

  private static final String ANY = "NAME";

  /** The keys of each mapping, by the path that leads to it. */
  private static final ImmutableMap<String, ImmutableList<Key<?>>> SECTIONS =
      ImmutableMap.<String, ImmutableList<Key<?>>>builder()
          .put(".variants." + ANY, VariantReader.KEYS)
          .put(".network", NetworkReader.KEYS)
          .put(".network.tcp", NetworkReader.TCP_KEYS)
          .put(".workload", WorkloadReader.KEYS)
          .put(".workload.arrivals", WorkloadReader.ARRIVAL_KEYS)
          .put(".runs", RunsReader.KEYS)
          .put(".runs.until", RunsReader.UNTIL_KEYS)
          .buildOrThrow();

  private final StringBuilder text = new StringBuilder();

  private Reference() {}

  /** The text of {@code reference.yaml}. */
  public static String text() {
    Reference reference = new Reference();
    reference.text.append(
        "# Every key of an experiment with its default; nothing stands where there");
    reference.text.append(" is none.\n# The code makes this text, and a test compares.\n");
    reference.section("", "", ExperimentReader.KEYS);
    return reference.text.toString();
  }

  static ImmutableList<String> names(List<Key<?>> keys) {
    return keys.stream().map(Key::name).collect(ImmutableList.toImmutableList());
  }

  private void section(String path, String indent, List<Key<?>> keys) {
    for (Key<?> key : keys) {
      text.append(path.isEmpty() ? "\n" : "");
      text.append(indent).append("# ").append(key.meaning()).append('\n');
      text.append(indent).append(key.name()).append(':');
      below(path + "." + key.name(), indent + "  ", key);
    }
  }

  private void below(String path, String indent, Key<?> key) {
    ImmutableList<Key<?>> keys = SECTIONS.get(path);
    ImmutableList<Key<?>> named = SECTIONS.get(path + "." + ANY);
    if (keys != null) {
      text.append('\n');
      section(path, indent, keys);
    } else if (named != null) {
      text.append('\n').append(indent).append(ANY).append(":\n");
      section(path + "." + ANY, indent + "  ", named);
    } else {
      text.append(key.unlessSaid().isEmpty() ? "" : " " + key.unlessSaid()).append('\n');
    }
  }
}
