package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import shakedown.crypto.Crypto;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.ExporterContext;
import shakedown.wire.Value;

/**
 * What a finished handshake of TLS 1.3 leaves at either side (RFC 8446 7.1).
 *
 * @param untilServer all messages up to the server's Finished
 * @param whole all messages up to the client's Finished
 */
public record Established(
    CipherSuite suite, Value masterSecret, Transcript untilServer, Transcript whole) {
  /** RFC 8446 4.6.1. */
  public Value resumptionPsk(Value nonce, Context context) {
    return schedule(context.crypto()).resumptionPsk(masterSecret, whole, nonce);
  }

  /** RFC 8446 7.5: no context is an empty one. */
  public Value exported(Input.Export asked, Context context) {
    Crypto crypto = context.crypto();
    Value about = asked.context();
    var hashed = new ExporterContext(about == null ? crypto.absent("context") : about);
    return schedule(crypto)
        .exported(
            masterSecret,
            untilServer,
            asked.label(),
            crypto.digest(suite.hash(), ImmutableList.of(hashed)),
            asked.length());
  }

  private KeySchedule13 schedule(Crypto crypto) {
    return new KeySchedule13(crypto, suite.hash());
  }
}
