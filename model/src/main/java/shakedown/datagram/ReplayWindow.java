package shakedown.datagram;

/**
 * Which records of an epoch came already (RFC 6347 4.1.2.6).
 *
 * @param highest the highest sequence number so far; -1 before the first
 * @param seen of the numbers up to it, one bit each, the highest last
 */
record ReplayWindow(long highest, long seen) {
  static final ReplayWindow EMPTY = new ReplayWindow(-1, 0);

  /** Whether it came for the first time, as far as one can tell. */
  boolean isNew(long sequence) {
    long age = highest - sequence;
    return age < 0 || (age < Long.SIZE && (seen >>> age & 1) == 0);
  }

  /** Call it for records that opened only: else a forged number would shut out the true ones. */
  ReplayWindow mark(long sequence) {
    long age = highest - sequence;
    if (age >= 0) {
      return new ReplayWindow(highest, seen | 1L << age);
    }
    return new ReplayWindow(sequence, (-age < Long.SIZE ? seen << -age : 0) | 1);
  }
}
