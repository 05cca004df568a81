package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import shakedown.report.Figures;
import shakedown.report.chart.Axis.Tick;

/** Which values are written on an axis: multiples of 1, 2 and 5 of powers of ten. */
final class Ticks {
  private static final int MOST_ON_LOG = 8;
  private static final ImmutableList<ImmutableList<Double>> DIGITS =
      ImmutableList.of(
          ImmutableList.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0),
          ImmutableList.of(1.0, 2.0, 3.0, 5.0),
          ImmutableList.of(1.0, 2.0, 5.0),
          ImmutableList.of(1.0, 3.0),
          ImmutableList.of(1.0));

  private Ticks() {}

  /** A round step that cuts zero to {@code most} into about so many parts. */
  static double step(double most, int about) {
    double rough = Math.max(most, 1e-9) / about;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  static ImmutableList<Tick> linear(double end, double step) {
    ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
    long count = StrictMath.round(end / step);
    for (long i = 0; i <= count; i++) {
      ticks.add(tick(i * step));
    }
    return ticks.build();
  }

  /** As many as fit. */
  static ImmutableList<Tick> log(double low, double high) {
    for (ImmutableList<Double> digits : DIGITS) {
      ImmutableList<Tick> ticks = log(low, high, digits);
      if (ticks.size() <= MOST_ON_LOG) {
        return ticks;
      }
    }
    return log(low, high, DIGITS.getLast());
  }

  private static ImmutableList<Tick> log(double low, double high, ImmutableList<Double> digits) {
    ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
    int first = (int) StrictMath.floor(StrictMath.log10(low));
    int last = (int) StrictMath.ceil(StrictMath.log10(high));
    for (int exponent = first; exponent <= last; exponent++) {
      for (double digit : digits) {
        double value = digit * StrictMath.pow(10, exponent);
        if (value >= low && value <= high) {
          ticks.add(tick(value));
        }
      }
    }
    return ticks.build();
  }

  static ImmutableList<Tick> at(ImmutableList<Double> values) {
    return values.stream().map(Ticks::tick).collect(ImmutableList.toImmutableList());
  }

  private static Tick tick(double value) {
    return new Tick(value, Figures.plain(value));
  }
}
