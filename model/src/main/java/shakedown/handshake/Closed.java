package shakedown.handshake;

/** The end: nothing is said or heard any more. */
public record Closed(Ending ending) implements Endpoint {
  /** How a session ended. */
  public enum Ending {
    /** With close_notify, from either side. */
    CLEAN,
    /** With a fatal alert, from either side. */
    FAILED,
    /** The transport closed without a word. */
    CUT
  }

  @Override
  public Step on(Input input, Context context) {
    return Step.to(this);
  }
}
