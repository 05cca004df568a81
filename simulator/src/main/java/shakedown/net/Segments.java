package shakedown.net;

/** The segments that were sent and not yet acknowledged in order, oldest first. */
final class Segments {
  /*
   * Rings of primitives, since a replication of a connection touches little else: 16 segments
   * begin, a power of two always. Counters follow every mark, so that the octets in flight are a
   * sum of four numbers, as in Linux (packets_out, sacked_out, lost_out, retrans_out).
   */
  private static final int SACKED = 1;
  private static final int LOST = 2;
  private static final int REPEAT_UNDER_WAY = 4;
  private static final int EVER_REPEATED = 8;

  private long[] from = new long[16];
  private long[] to = new long[16];
  private long[] sentAt = new long[16];
  private int[] marks = new int[16];
  private int head;
  private int count;
  private int sacked;
  private int lost;
  private int repeats;

  void reset() {
    head = 0;
    count = 0;
    sacked = 0;
    lost = 0;
    repeats = 0;
  }

  int count() {
    return count;
  }

  int sacked() {
    return sacked;
  }

  int lost() {
    return lost;
  }

  /** How many were sent again and may still arrive. */
  int repeats() {
    return repeats;
  }

  /** How many are believed to be in the network. */
  int inFlight() {
    return count - sacked - lost + repeats;
  }

  long from(int index) {
    return from[at(index)];
  }

  long to(int index) {
    return to[at(index)];
  }

  long sentAt(int index) {
    return sentAt[at(index)];
  }

  boolean isSacked(int index) {
    return has(index, SACKED);
  }

  boolean isLost(int index) {
    return has(index, LOST);
  }

  boolean isRepeatUnderWay(int index) {
    return has(index, REPEAT_UNDER_WAY);
  }

  boolean wasRepeated(int index) {
    return has(index, EVER_REPEATED);
  }

  void add(long start, long end, long now) {
    if (count == from.length) {
      grow();
    }
    int slot = at(count++);
    from[slot] = start;
    to[slot] = end;
    sentAt[slot] = now;
    marks[slot] = 0;
  }

  void removeFirst() {
    forget(head);
    head = (head + 1) & (from.length - 1);
    count--;
  }

  /** Octets of the first segment have been acknowledged, up to but without this one. */
  void trimFirst(long start) {
    from[head] = start;
  }

  void markSacked(int index) {
    int slot = at(index);
    sacked++;
    if ((marks[slot] & LOST) != 0) {
      lost--;
      repeats -= (marks[slot] & REPEAT_UNDER_WAY) != 0 ? 1 : 0;
      marks[slot] &= ~(LOST | REPEAT_UNDER_WAY);
    }
    marks[slot] |= SACKED;
  }

  void markLost(int index) {
    int slot = at(index);
    if ((marks[slot] & LOST) == 0) {
      marks[slot] |= LOST;
      lost++;
    }
  }

  /** None is lost after all. */
  void unmarkLost() {
    for (int i = 0; i < count; i++) {
      marks[at(i)] &= ~LOST;
    }
    lost = 0;
  }

  /** The repeat of a lost segment is believed lost too. */
  void markRepeatLost(int index) {
    int slot = at(index);
    if ((marks[slot] & REPEAT_UNDER_WAY) != 0) {
      marks[slot] &= ~REPEAT_UNDER_WAY;
      repeats--;
    }
  }

  void markRepeated(int index, long now) {
    int slot = at(index);
    if ((marks[slot] & REPEAT_UNDER_WAY) == 0) {
      repeats++;
    }
    marks[slot] |= REPEAT_UNDER_WAY | EVER_REPEATED;
    sentAt[slot] = now;
  }

  /** Joins the segment after this one to it. */
  void swallowNext(int index) {
    int slot = at(index);
    int next = at(index + 1);
    to[slot] = to[next];
    marks[slot] |= marks[next] & EVER_REPEATED;
    forget(next);
    for (int i = index + 1; i < count - 1; i++) {
      int target = at(i);
      int source = at(i + 1);
      from[target] = from[source];
      to[target] = to[source];
      sentAt[target] = sentAt[source];
      marks[target] = marks[source];
    }
    count--;
  }

  private void forget(int slot) {
    sacked -= (marks[slot] & SACKED) != 0 ? 1 : 0;
    lost -= (marks[slot] & LOST) != 0 ? 1 : 0;
    repeats -= (marks[slot] & REPEAT_UNDER_WAY) != 0 ? 1 : 0;
  }

  private boolean has(int index, int mark) {
    return (marks[at(index)] & mark) != 0;
  }

  private int at(int index) {
    return (head + index) & (from.length - 1);
  }

  private void grow() {
    from = straightened(from);
    to = straightened(to);
    sentAt = straightened(sentAt);
    int[] larger = new int[2 * marks.length];
    System.arraycopy(marks, head, larger, 0, marks.length - head);
    System.arraycopy(marks, 0, larger, marks.length - head, head);
    marks = larger;
    head = 0;
  }

  private long[] straightened(long[] ring) {
    long[] larger = new long[2 * ring.length];
    System.arraycopy(ring, head, larger, 0, ring.length - head);
    System.arraycopy(ring, 0, larger, ring.length - head, head);
    return larger;
  }
}
