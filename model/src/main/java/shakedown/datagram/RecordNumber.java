package shakedown.datagram;

/** Which record one is (RFC 9147 4). */
record RecordNumber(long epoch, long sequence) implements Comparable<RecordNumber> {
  @Override
  public int compareTo(RecordNumber other) {
    return epoch == other.epoch
        ? Long.compare(sequence, other.sequence)
        : Long.compare(epoch, other.epoch);
  }
}
