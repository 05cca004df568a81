package shakedown.datagram;

/** What becomes of the only timer of a conversation. */
public sealed interface Timing {
  /** It is to fire after this time, in nanoseconds, and not before. */
  record Set(long nanos) implements Timing {}

  record Stop() implements Timing {}

  /** It stays as it is. */
  record Keep() implements Timing {}
}
