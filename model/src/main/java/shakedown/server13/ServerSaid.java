package shakedown.server13;

import shakedown.crypto.Transcript;
import shakedown.handshake.Agreement;
import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.Value;

/**
 * What a server keeps of what it said.
 *
 * @param untilServer all messages up to its Finished
 * @param ours the secret that it writes under
 * @param clientSecret the client's handshake traffic secret
 * @param tickets how many are due
 */
record ServerSaid(
    Agreement agreement,
    Transcript untilServer,
    Value masterSecret,
    Value ours,
    Value clientSecret,
    int tickets) {
  CipherSuite suite() {
    return agreement.suite();
  }

  Hash hash() {
    return suite().hash();
  }
}
