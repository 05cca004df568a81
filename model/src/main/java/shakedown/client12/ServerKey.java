package shakedown.client12;

import shakedown.crypto.Answer;
import shakedown.crypto.Crypto;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.wire.ClientKey;
import shakedown.wire.Group;
import shakedown.wire.Message;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Value;

/** The server's public key of the key exchange. */
sealed interface ServerKey {
  Exchanged exchange(Agreed agreed, Context context);

  /** What the client says, and what both sides then share. */
  record Exchanged(Message message, Value premaster) {}

  /** Ephemeral and signed (RFC 8422 5.4). */
  record Share(Group group, Value share) implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Answer answer = context.crypto().answer(group, Ephemeral.secret(group, context), share);
      return new Exchanged(
          new ClientKeyExchange(null, new ClientKey.CurveShare(answer.share())), answer.secret());
    }
  }

  /** That of the certificate (RFC 5246 7.4.7.1). */
  record Certified(Value publicKey) implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Value premaster = context.crypto().premaster(agreed.client().legacyVersion());
      Value encrypted = context.crypto().encrypt(publicKey, premaster);
      return new Exchanged(
          new ClientKeyExchange(null, new ClientKey.EncryptedSecret(encrypted)), premaster);
    }
  }

  /** Never told: a client that goes on without it shares what everyone knows. */
  record Missing() implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Crypto crypto = context.crypto();
      return new Exchanged(
          new ClientKeyExchange(null, new ClientKey.CurveShare(crypto.absent("share"))),
          crypto.absent("premaster secret"));
    }
  }
}
