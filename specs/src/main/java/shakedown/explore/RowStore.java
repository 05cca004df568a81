package shakedown.explore;

import java.util.Arrays;

/** Every row that was found, once, numbered in order of arrival, with the row that led to it. */
final class RowStore {
  // Rows live in chunks of ints, each row followed by its parent's number and its action. A table
  // of longs finds them: the upper half of a slot is the row's hash, the lower half its number plus
  // one, and 0 is an empty slot. Linear probing reads neighbours, which share a cache line; the
  // hash in the slot spares a look at the row for all but one in 2^32 of the strangers on the way.
  //
  // Since numbers are given in order of arrival, a level of a breadth-first search is a range of
  // numbers: the store is the queue as well. Equality is decided by the row itself, so nothing
  // rests on hashes: a collision costs one comparison and never a state.
  //
  // Cost: 4 * (width + 2) bytes a row, and 8 / load for its slot; the load is between 3/8 and 3/4,
  // so a slot is 11 to 21 bytes. A row that is there already costs one random access to the table
  // and one to its chunk; nothing is allocated but for a new chunk, or when the table doubles
  // (every row is then placed again from its slot alone, 8 bytes read and written in order).
  //
  // This is for systems of up to some 10^8 rows. Beyond that parents can be found again from
  // levels, and a row packed into the word of its slot (Cleary 1984).
  private static final int CHUNK_BITS = 8;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
  private static final int MAX_SLOTS = 1 << 30;

  private final int width;
  private final int stride;
  private int[][] chunks = new int[8][];
  private long[] slots = new long[1 << 6];
  private int size;

  RowStore(int width) {
    this.width = width;
    stride = width + 2;
  }

  int size() {
    return size;
  }

  /** Heap held, in bytes, headers of arrays left out. */
  long bytes() {
    long full = ((long) size + CHUNK_MASK) >>> CHUNK_BITS;
    return 8L * slots.length + full * stride * Integer.BYTES * (1L << CHUNK_BITS);
  }

  /** Keeps a row if it is new, and says whether it was; its number is then the last. */
  boolean add(int[] row, int parent, int action) {
    int hash = hash(row);
    int mask = slots.length - 1;
    int at = hash & mask;
    for (long slot = slots[at]; slot != 0; slot = slots[at]) {
      if ((int) (slot >>> 32) == hash && holds((int) slot - 1, row)) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = (long) hash << 32 | (size + 1);
    keep(row, parent, action);
    if (size > slots.length / 4 * 3) {
      grow();
    }
    return true;
  }

  void read(int number, int[] into) {
    System.arraycopy(chunk(number), offset(number), into, 0, width);
  }

  /** The row that it was found from, or -1 for a start. */
  int parent(int number) {
    return chunk(number)[offset(number) + width];
  }

  int action(int number) {
    return chunk(number)[offset(number) + width + 1];
  }

  private boolean holds(int number, int[] row) {
    int from = offset(number);
    return Arrays.equals(chunk(number), from, from + width, row, 0, width);
  }

  private void keep(int[] row, int parent, int action) {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length * 2);
    }
    if ((size & CHUNK_MASK) == 0) {
      chunks[chunk] = new int[stride << CHUNK_BITS];
    }
    int from = offset(size);
    System.arraycopy(row, 0, chunks[chunk], from, width);
    chunks[chunk][from + width] = parent;
    chunks[chunk][from + width + 1] = action;
    size++;
  }

  private void grow() {
    if (slots.length == MAX_SLOTS) {
      throw new IllegalStateException(
          "the store is full at " + size + " states; bound the search by fewer");
    }
    long[] wider = new long[slots.length * 2];
    int mask = wider.length - 1;
    for (long slot : slots) {
      if (slot != 0) {
        int at = (int) (slot >>> 32) & mask;
        while (wider[at] != 0) {
          at = (at + 1) & mask;
        }
        wider[at] = slot;
      }
    }
    slots = wider;
  }

  private int[] chunk(int number) {
    return chunks[number >>> CHUNK_BITS];
  }

  private int offset(int number) {
    return (number & CHUNK_MASK) * stride;
  }

  /** Mixes each int in full (the multiplier and finish of SplitMix64, Steele et al. 2014). */
  private static int hash(int[] row) {
    long h = row.length;
    for (int part : row) {
      h = (h ^ part) * 0xbf58476d1ce4e5b9L;
      h ^= h >>> 29;
    }
    h *= 0x94d049bb133111ebL;
    return (int) (h >>> 32);
  }
}
