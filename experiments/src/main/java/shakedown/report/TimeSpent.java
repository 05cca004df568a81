package shakedown.report;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import shakedown.measure.Metric;
import shakedown.measure.Outcome;
import shakedown.run.Breakdown;
import shakedown.run.Cell;
import shakedown.run.Results;
import shakedown.run.Samples;

/** Where the mean time to the first byte went, and what makes the slow connections slow. */
final class TimeSpent {
  static final String EXPLANATION =
      "The mean time to the first byte, in parts. Each part is what was added when its cause was"
          + " switched on, from left to right: first a network that only delays and hosts that"
          + " compute in no time, then the limited rate of the link, then computing (as far as the"
          + " network did not hide it), then loss with its repair, and jitter.";

  private TimeSpent() {}

  static Table table(Results results) {
    return new Table(
        ImmutableList.of(
            "variant", "round trips", "transmission", "CPU", "loss and jitter", "mean in all"),
        results.at(results.base()).stream()
            .map(TimeSpent::row)
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<String> row(Cell cell) {
    Breakdown parts = cell.breakdown();
    return ImmutableList.of(
        cell.variant().name(),
        Figures.fixed(parts.roundTrips(), 1) + " × RTT = " + Amount.time(parts.waiting()),
        Amount.time(parts.transmission()),
        Amount.time(parts.cpu()),
        Amount.time(parts.loss()),
        Amount.time(parts.waiting() + parts.transmission() + parts.cpu() + parts.loss()));
  }

  /** How much of the time beyond the median is spent before TCP is connected. */
  static String tail(Results results) {
    Cell baseline = results.cell(results.experiment().baseline().name(), results.base());
    double share = connectShare(baseline.samples());
    if (baseline.metric(Metric.FAILED_SHARE.jsonName()).mean() > 0.5) {
      return "Most connections of " + baseline.variant().name() + " failed.";
    }
    return share > 0
        ? "Of the time that "
            + baseline.variant().name()
            + " spends beyond its median, lost SYNs and SYN-ACKs make "
            + Figures.fixed(100 * share, 0)
            + " %: TCP waits a second before it asks again, and no TLS setting shortens that."
        : "No connection waited for TCP to connect longer than another.";
  }

  static double connectShare(Samples samples) {
    return beyondMedian(samples, Metric.TCP_CONNECT)
        / Math.max(1, beyondMedian(samples, Metric.TIME_TO_FIRST_BYTE));
  }

  private static double beyondMedian(Samples samples, Metric metric) {
    double median = samples.quantiles(metric).at(0.5);
    long[] values = new long[samples.count()];
    Arrays.setAll(values, i -> samples.value(metric, i));
    return Arrays.stream(values)
        .filter(value -> value != Outcome.NEVER && value > median)
        .mapToDouble(value -> value - median)
        .sum();
  }
}
