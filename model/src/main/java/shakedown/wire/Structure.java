package shakedown.wire;

/**
 * A thing of the wire: discrete fields that a switch may read, and values that only an algebra
 * reads.
 */
public interface Structure {
  /** The same with each value replaced, in order of the wire. */
  Structure map(Values values);

  /** What becomes of a value. */
  @FunctionalInterface
  interface Values {
    Value at(Kind kind, Value value);
  }
}
