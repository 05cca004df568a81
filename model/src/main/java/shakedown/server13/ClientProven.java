package shakedown.server13;

import shakedown.crypto.Transcript;
import shakedown.handshake.PeerProven;
import shakedown.wire.Hash;
import shakedown.wire.Message;

/** All that a client has to say of itself was heard; its tag is to come. */
sealed interface ClientProven extends Server13 permits ExpectFinished {
  Hash hash();

  /** All messages so far. */
  Transcript transcript();

  ClientProven heard(Message message);

  /** The same, with whom the client has shown itself to be. */
  ClientProven proven(PeerProven client);
}
