package shakedown.report.chart;

/** From a value to its place on an axis: 0 at the near end, 1 at the far end. */
public sealed interface Scale {

  double place(double value);

  /** Equal distances for equal differences. */
  record Linear(double low, double high) implements Scale {
    @Override
    public double place(double value) {
      return (value - low) / (high - low);
    }
  }

  /** Equal distances for equal ratios. */
  record Log(double low, double high) implements Scale {
    public Log {
      if (!(low > 0 && high > low)) {
        throw new IllegalArgumentException(
            "log axis from " + low + " to " + high + "; needs 0 < low < high");
      }
    }

    @Override
    public double place(double value) {
      return StrictMath.log(value / low) / StrictMath.log(high / low);
    }
  }

  /** For shares: equal distances each time the share left over falls by the same factor. */
  record Tail(double leastLeft) implements Scale {
    @Override
    public double place(double share) {
      return StrictMath.log(Math.max(1 - share, leastLeft)) / StrictMath.log(leastLeft);
    }
  }
}
