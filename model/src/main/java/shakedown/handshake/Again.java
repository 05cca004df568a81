package shakedown.handshake;

/**
 * An endpoint in another handshake of its session (RFC 5246 7.4.1.1), whose fresh values are
 * others.
 *
 * @param before the handshake before
 */
public record Again(Finishes before, Endpoint inner) implements Endpoint {
  /** A step into the next handshake. */
  public static Step after(Finishes before, Step step) {
    return step.next() instanceof Closed
        ? step
        : new Step(new Again(before, step.next()), step.effects());
  }

  @Override
  public Step on(Input input, Context context) {
    return after(before, inner.on(input, context.again(before)));
  }

  @Override
  public String name() {
    return inner.name();
  }
}
