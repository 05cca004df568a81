package shakedown.server13;

import shakedown.crypto.Transcript;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.PeerProven;
import shakedown.handshake.Permission;
import shakedown.wire.Hash;
import shakedown.wire.Message;

/** All that a client has to say of itself was heard; its tag is to come. */
sealed interface ClientProven extends Server13 permits ExpectFinished, ExpectLateFinished {
  Hash hash();

  /** On what ground data may be sent before it. */
  Permission permission();

  /** Whether the handshake itself is over. */
  boolean isLate();

  /** All messages so far. */
  Transcript transcript();

  /** What both sides show in this handshake. */
  CertificateTypes types();

  ClientProven heard(Message message);

  /** The same, with whom the client has shown itself to be. */
  ClientProven proven(PeerProven client);
}
