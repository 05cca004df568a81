package shakedown.explore;

/** A question that one row answers. */
@FunctionalInterface
public interface RowTest {
  /** Whether it holds of this row; the row may not be kept nor changed. */
  boolean holds(int[] row);
}
