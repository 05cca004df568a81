package shakedown.report.chart;

import com.google.common.collect.ImmutableList;

/** A scale with its title (unit included) and the values that are written on it. */
public record Axis(String title, Scale scale, ImmutableList<Tick> ticks) {

  /** A value on an axis and how it is written. */
  public record Tick(double value, String text) {}

  /** From zero to {@code most}, rounded up to a tick. */
  public static Axis fromZero(String title, double most, int about) {
    double step = Ticks.step(most, about);
    double end = step * StrictMath.ceil(most / step - 1e-9);
    return new Axis(title, new Scale.Linear(0, end), Ticks.linear(end, step));
  }

  /** Logarithmic, with room for all values between {@code least} and {@code most}. */
  public static Axis log(String title, double least, double most) {
    double low = least / 1.08;
    double high = most * 1.08;
    return new Axis(title, new Scale.Log(low, high), Ticks.log(low, high));
  }

  /** Logarithmic, written at the given values only. */
  public static Axis logAt(String title, ImmutableList<Double> values) {
    double first = values.getFirst();
    double last = values.getLast();
    return new Axis(title, new Scale.Log(first, last), Ticks.at(values));
  }

  /** From the first to the last of the given values, written at these only. */
  public static Axis linearAt(String title, ImmutableList<Double> values) {
    double first = values.getFirst();
    double last = values.getLast();
    double around = first == last ? 1 : 0;
    return new Axis(title, new Scale.Linear(first - around, last + around), Ticks.at(values));
  }
}
