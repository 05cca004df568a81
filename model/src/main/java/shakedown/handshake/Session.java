package shakedown.handshake;

import static shakedown.rules.Rule.TICKET_NAME_VALID;

import shakedown.wire.CipherSuite;
import shakedown.wire.Remembered;

/** What a client keeps to resume a session. */
public sealed interface Session permits Session12, Session13 {
  CipherSuite suite();

  /** Whom the client proved in the handshake that began the session. */
  PeerProven peer();

  Remembered remembered();

  /** Whether it is with whom the client means now. */
  default boolean isWith(Context context) {
    return context.grants(TICKET_NAME_VALID, () -> peer().name().equals(context.policy().host()));
  }
}
