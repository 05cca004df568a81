package shakedown.measure;

import java.util.Arrays;

/** Numbers as they come. */
final class Samples {
  private long[] values = new long[1024];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  Quantiles quantiles() {
    return Quantiles.of(Arrays.copyOf(values, size));
  }
}
