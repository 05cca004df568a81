package shakedown.run;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import shakedown.measure.Metric;
import shakedown.measure.Outcome;
import shakedown.measure.Quantiles;

/** What became of one variant at one point, a column a metric, in order of replications. */
public final class Samples {
  private final ImmutableMap<Metric, long[]> columns;

  private Samples(ImmutableMap<Metric, long[]> columns) {
    this.columns = columns;
  }

  /** Of outcomes in order of replications. */
  public static Samples of(List<Outcome> outcomes) {
    ImmutableMap.Builder<Metric, long[]> columns = ImmutableMap.builder();
    for (Metric metric : Metric.values()) {
      columns.put(metric, outcomes.stream().mapToLong(metric::of).toArray());
    }
    return new Samples(columns.buildOrThrow());
  }

  /** Of columns that were read back. */
  static Samples of(ImmutableMap<Metric, long[]> columns) {
    return new Samples(columns);
  }

  /** One after another. */
  public static Samples concat(Collection<Samples> parts) {
    ImmutableMap.Builder<Metric, long[]> columns = ImmutableMap.builder();
    for (Metric metric : Metric.values()) {
      columns.put(
          metric,
          parts.stream().flatMapToLong(part -> Arrays.stream(part.column(metric))).toArray());
    }
    return new Samples(columns.buildOrThrow());
  }

  public int count() {
    return column(Metric.FAILED_SHARE).length;
  }

  public long value(Metric metric, int replication) {
    return column(metric)[replication];
  }

  /** In order of size. */
  public Quantiles quantiles(Metric metric) {
    return Quantiles.of(column(metric));
  }

  /** In order of replications; not to be written to. */
  long[] column(Metric metric) {
    long[] column = columns.get(metric);
    if (column == null) {
      throw new AssertionError(metric);
    }
    return column;
  }
}
