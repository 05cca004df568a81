package shakedown.net;

/** What one acknowledgement told; used for one after another. */
final class Ack {
  private static final long NONE = -1;

  boolean hasAdvanced;
  boolean hasData;

  /** It says that something came twice (RFC 2883). */
  boolean isDuplicate;

  /** That something was the last probe. */
  boolean isDuplicateOfProbe;

  /** Segments acknowledged in order, selectively, and newly in either way. */
  int acked;

  int sacked;
  int delivered;

  /** Segments below the recovery point that were never repeated have arrived. */
  boolean hasOriginal;

  /** A repeat was found lost. */
  boolean hasLostRepeat;

  /** The timer is to be armed anew. */
  boolean rearms;

  boolean hasRepeat;
  long oldestAcked;
  long newestAcked;
  long oldestSacked;
  long newestSacked;

  /** The stamp that it echoes, in milliseconds. */
  long echo;

  void begin(Packet packet) {
    hasAdvanced = false;
    hasData = packet.length() > 0;
    isDuplicate = packet.duplicate;
    isDuplicateOfProbe = false;
    acked = 0;
    sacked = 0;
    delivered = 0;
    hasOriginal = false;
    hasLostRepeat = false;
    rearms = false;
    hasRepeat = false;
    oldestAcked = NONE;
    newestAcked = NONE;
    oldestSacked = NONE;
    newestSacked = NONE;
    echo = packet.echo;
  }

  /** A segment that was never repeated, sent at that time, was acknowledged in order. */
  void sawAcked(long sentAt) {
    oldestAcked = oldestAcked == NONE ? sentAt : oldestAcked;
    newestAcked = sentAt;
  }

  /** The same, selectively. */
  void sawSacked(long sentAt) {
    oldestSacked = oldestSacked == NONE ? sentAt : oldestSacked;
    newestSacked = sentAt;
  }

  boolean hasCleanAcked() {
    return oldestAcked != NONE && !hasRepeat;
  }

  boolean hasCleanSacked() {
    return oldestSacked != NONE;
  }

  /** Whether it may mean a loss, outside of recovery. */
  boolean isDubious() {
    return (!hasData && acked == 0) || sacked > 0 || isDuplicate;
  }

  /** Whether it brings nothing new. */
  boolean isEmpty() {
    return !hasAdvanced && !hasData && acked == 0 && !isDuplicate;
  }
}
