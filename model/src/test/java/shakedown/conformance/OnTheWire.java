package shakedown.conformance;

import shakedown.wire.CipherSuite;
import shakedown.wire.Codec;
import shakedown.wire.DecodeError;
import shakedown.wire.Dialect;
import shakedown.wire.Kind;
import shakedown.wire.Message;
import shakedown.wire.Octets;
import shakedown.wire.Version;

/** What can come at all: the codec keeps the rest from the machine, with an alert of its own. */
final class OnTheWire {
  private static final int HASH = 32;
  private static final int NUMBER = 4;

  private OnTheWire() {}

  /** Whether a message, with octets in place of its values, is read as what was written. */
  static boolean hasForm(Message message, Version version, CipherSuite suite) {
    Message written = message.map((kind, value) -> octets(kind));
    try {
      return Codec.decode(Codec.encode(written), Dialect.of(version, suite)).equals(written);
    } catch (DecodeError | IllegalArgumentException noForm) {
      return false;
    }
  }

  private static Octets octets(Kind kind) {
    return Octets.of(new byte[kind == Kind.RANDOM || kind == Kind.BINDER ? HASH : NUMBER]);
  }
}
