package shakedown.report;

/** A unit to show numbers in, and how many of the basic unit (ns, B, bit/s, one) it is. */
public record Amount(String unit, double size) {
  static final Amount ONE = new Amount("", 1);

  private static final Amount MICROS = new Amount("µs", 1e3);
  private static final Amount MILLIS = new Amount("ms", 1e6);

  /** Milliseconds for times, but microseconds if all are small. */
  static Amount ofTimes(double mostNanos) {
    return mostNanos < 1e6 ? MICROS : MILLIS;
  }

  /** The unit that fits a metric of that name, up to that value. */
  static Amount of(String metric, double most) {
    if (metric.endsWith("Nanos")) {
      return ofTimes(most);
    }
    return metric.endsWith("Bytes") ? new Amount("B", 1) : ONE;
  }

  /** The unit for an axis, by the path of its key. */
  static Amount ofAxis(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "rtt", "jitter" -> MILLIS;
      case "rate" -> new Amount("Mbit/s", 1e6);
      case "loss" -> new Amount("%", 0.01);
      case "queue", "mtu", "request", "response" -> new Amount("B", 1);
      default -> ONE;
    };
  }

  double in(double value) {
    return value / size;
  }

  /** {@code ", ms"} for the title of an axis; nothing for counts. */
  String suffix() {
    return unit.isEmpty() ? "" : ", " + unit;
  }

  /** A time with half the width of its interval, in one unit and with as many digits. */
  static String time(double nanos, double half) {
    boolean large = Math.max(Math.abs(nanos), half) >= 1e6;
    Amount unit = large ? MILLIS : MICROS;
    int digits = unit.in(half) >= 10 ? 0 : unit.in(half) >= 0.1 ? 1 : 2;
    return Figures.fixed(unit.in(nanos), digits)
        + " "
        + unit.unit()
        + " ± "
        + Figures.fixed(unit.in(half), digits);
  }

  /** A time in the unit that suits it. */
  static String time(double nanos) {
    if (Double.isNaN(nanos)) {
      return "–";
    }
    if (Double.isInfinite(nanos)) {
      return "never";
    }
    double size = Math.abs(nanos);
    if (size >= 1e6 || size == 0) {
      return Figures.fixed(nanos / 1e6, size >= 1e9 ? 0 : size >= 1e7 ? 1 : 2) + " ms";
    }
    return Figures.short3(nanos / 1e3) + " µs";
  }
}
