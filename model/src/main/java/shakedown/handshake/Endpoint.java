package shakedown.handshake;

/**
 * One side of one session: what it knows, and what it does next. Immutable; a state is what was
 * sent, received and negotiated, no more.
 */
public interface Endpoint {
  /** A pure function: the same input in the same context is the same step. */
  Step on(Input input, Context context);

  /** The RFC's name of the state. */
  default String name() {
    return getClass().getSimpleName();
  }
}
