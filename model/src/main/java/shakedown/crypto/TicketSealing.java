package shakedown.crypto;

import java.util.Arrays;
import java.util.Optional;
import shakedown.wire.Codec;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.DecodeError;
import shakedown.wire.Hash;
import shakedown.wire.RecordCipher;

/** Tickets: a nonce, and the session sealed with AES-128-GCM (RFC 5077 4 leaves the form open). */
final class TicketSealing {
  static final RecordCipher ALGORITHM = RecordCipher.AES_128_GCM;

  private static final byte[] NO_HEADER = new byte[0];

  private final byte[] key;

  TicketSealing(byte[] key) {
    this.key = key;
  }

  /** The nonce comes from what is sealed: two sessions under one key never share it. */
  byte[] seal(SealedSession session) {
    byte[] plain = Codec.encode(session);
    byte[] nonce = derived("nonce", plain, Sealing.NONCE_LENGTH);
    return Hashing.concat(nonce, sealing().seal(nonce, NO_HEADER, plain));
  }

  /** Nothing if it was not sealed with this key, or holds no session. */
  Optional<SealedSession> open(byte[] ticket) {
    if (ticket.length < Sealing.NONCE_LENGTH) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(ticket, Sealing.NONCE_LENGTH);
    byte[] sealed = Arrays.copyOfRange(ticket, Sealing.NONCE_LENGTH, ticket.length);
    return sealing().open(nonce, NO_HEADER, sealed).flatMap(TicketSealing::session);
  }

  private static Optional<SealedSession> session(byte[] plain) {
    try {
      return Optional.of(Codec.decodeSession(plain));
    } catch (DecodeError noSession) {
      return Optional.empty();
    }
  }

  private Sealing sealing() {
    return new Sealing(ALGORITHM, derived("key", NO_HEADER, ALGORITHM.keyLength()));
  }

  private byte[] derived(String label, byte[] input, int length) {
    return Hashing.expandLabel(
        Hash.SHA256, key, "ticket " + label, Hashing.digest(Hash.SHA256, input), length);
  }
}
