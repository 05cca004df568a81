package shakedown.crypto;

import shakedown.wire.Hash;
import shakedown.wire.Value;

/** RFC 8446 7.1, line by line. */
public record KeySchedule13(Crypto crypto, Hash hash) {
  /** Derive-Secret. */
  public Value derive(Value secret, String label, Transcript transcript) {
    return crypto.expandLabel(hash, secret, label, transcript.digest(crypto, hash));
  }

  public Value earlySecret(Value psk) {
    return crypto.extract(hash, crypto.zeros(hash), psk);
  }

  /** The early secret of a handshake without a pre-shared key. */
  public Value earlySecret() {
    return earlySecret(crypto.zeros(hash));
  }

  public Value handshakeSecret(Value earlySecret, Value shared) {
    return crypto.extract(hash, derive(earlySecret, "derived", Transcript.EMPTY), shared);
  }

  public Value masterSecret(Value handshakeSecret) {
    return crypto.extract(
        hash, derive(handshakeSecret, "derived", Transcript.EMPTY), crypto.zeros(hash));
  }

  /** The next generation of a traffic secret (RFC 8446 7.2). */
  public Value updated(Value trafficSecret) {
    return crypto.expandLabel(hash, trafficSecret, "traffic upd", crypto.absent(""));
  }

  /** What Finished and binders hold (RFC 8446 4.4.4). */
  public Value verifyData(Value baseKey, Value covered) {
    Value key = crypto.expandLabel(hash, baseKey, "finished", crypto.absent(""));
    return crypto.mac(hash, key, covered);
  }

  /**
   * RFC 8446 4.2.11.2.
   *
   * @param label what the binder key is derived with: it tells where the key comes from
   */
  public Value binder(Value psk, String label, Transcript truncated) {
    Value key = derive(earlySecret(psk), label, Transcript.EMPTY);
    return verifyData(key, truncated.digest(crypto, hash));
  }

  /**
   * RFC 8446 7.5.
   *
   * @param context already hashed
   * @param length in octets
   */
  public Value exported(
      Value masterSecret, Transcript untilServer, String label, Value context, int length) {
    Value exporter = derive(masterSecret, "exp master", untilServer);
    Value secret = derive(exporter, label, Transcript.EMPTY);
    return crypto.expandLabel(hash, secret, "exporter", context, length);
  }

  /** RFC 8446 4.6.1. */
  public Value resumptionPsk(Value masterSecret, Transcript whole, Value nonce) {
    return crypto.expandLabel(hash, derive(masterSecret, "res master", whole), "resumption", nonce);
  }
}
