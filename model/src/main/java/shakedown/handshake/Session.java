package shakedown.handshake;

import shakedown.wire.CipherSuite;

/** What a client keeps to resume a session. */
public sealed interface Session permits Session12, Session13 {
  CipherSuite suite();

  /** Whom the client proved in the handshake that began the session. */
  PeerProven peer();
}
