package shakedown.handshake;

/** A client's hello, and what waits for the answer: kept by states that may not know either. */
public interface Opening {
  /**
   * Begins a handshake.
   *
   * @param origin where the client is again if the server wants none
   */
  Step open(Endpoint origin, Context context);
}
