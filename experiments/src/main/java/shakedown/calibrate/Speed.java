package shakedown.calibrate;

import com.google.common.collect.ImmutableTable;

/**
 * Measured times in nanoseconds.
 *
 * @param operations by name, as {@code rsa2048/sign} or {@code sha256}, and by the octets that one
 *     run went over, 0 where that has no meaning
 */
record Speed(ImmutableTable<String, Integer, Double> operations) {

  boolean isEmpty() {
    return operations.isEmpty();
  }

  boolean has(String name) {
    return operations.containsRow(name);
  }

  /** The line through the measured times. */
  Line line(String name) {
    return Line.through(operations.row(name));
  }
}
