package shakedown.handshake;

import shakedown.wire.CipherSuite;
import shakedown.wire.Hash;
import shakedown.wire.Remembered;
import shakedown.wire.Value;

/**
 * A pre-shared key that a ticket of TLS 1.3 brought (RFC 8446 4.6.1).
 *
 * @param maxEarlyData how many octets may be sent early; 0 if none
 */
public record Session13(
    Value ticket,
    Value psk,
    Value ageAdd,
    CipherSuite suite,
    long maxEarlyData,
    PeerProven peer,
    Remembered remembered)
    implements Session, Psk {
  @Override
  public Value identity() {
    return ticket;
  }

  @Override
  public Hash hash() {
    return suite.hash();
  }

  @Override
  public Binding binding() {
    return Binding.RESUMPTION;
  }
}
