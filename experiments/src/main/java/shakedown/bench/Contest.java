package shakedown.bench;

import com.google.common.collect.ImmutableList;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Two contenders in one thread, by turns, so that what slows the machine slows both.
 *
 * @param ours runs a second of the thread's CPU time, the median of rounds
 * @param theirs the same, the median of rounds
 * @param ratio ours to theirs, the median of the rounds' ratios
 */
public record Contest(int rounds, double ours, double theirs, double ratio) {
  private static final double NANOS = 1e9;

  /** What else runs on the machine costs time, but no time of this thread's. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /**
   * Runs them by turns.
   *
   * @param warmUps rounds that do not count
   * @param runs of each contender in a round
   */
  public static Contest of(Contender ours, Contender theirs, int warmUps, int rounds, int runs) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < warmUps + rounds; i++) {
      double one = rate(ours, runs);
      double other = rate(theirs, runs);
      if (i >= warmUps) {
        first.add(one);
        second.add(other);
        ratios.add(one / other);
      }
    }
    return new Contest(rounds, median(first), median(second), median(ratios));
  }

  private static double rate(Contender contender, int runs) {
    long start = CLOCK.getCurrentThreadCpuTime();
    for (int i = 0; i < runs; i++) {
      contender.run();
    }
    return runs * NANOS / (CLOCK.getCurrentThreadCpuTime() - start);
  }

  private static double median(List<Double> values) {
    ImmutableList<Double> sorted = ImmutableList.sortedCopyOf(values);
    return sorted.get(sorted.size() / 2);
  }
}
