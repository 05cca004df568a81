package shakedown.client12;

import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Shares12;
import shakedown.pki.Evidence;
import shakedown.wire.ClientKey;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyExchange.Sharing;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;

/** The server's public key of the key exchange. */
sealed interface ServerKey {
  Exchanged exchange(Agreed agreed, Context context);

  /**
   * What the client says, and what both sides then share.
   *
   * @param key null where only the identity of a pre-shared key is said
   * @param secret null where nothing but a pre-shared key is shared
   */
  record Exchanged(@Nullable ClientKey key, @Nullable Value secret) {}

  /** That of the certificate. */
  static ServerKey certified(Evidence shown, KeyExchange exchange) {
    return exchange.sharing() == Sharing.FIXED
        ? new Fixed(shown.keyType().curve().orElse(NamedGroup.SECP256R1), shown.publicKey())
        : new Transport(shown.publicKey());
  }

  /** Ephemeral (RFC 8422 5.4, RFC 5246 7.4.3). */
  record Share(Group group, Value share) implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Value own = Ephemeral.secret(group, context);
      return new Exchanged(
          Shares12.message(group, context.crypto().share(group, own)),
          Shares12.secret(group, own, share, context));
    }
  }

  /** The share in the certificate (RFC 4492 2.1). */
  record Fixed(Group group, Value publicKey) implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Value share = context.crypto().fixedShare(group, publicKey);
      return new Share(group, share).exchange(agreed, context);
    }
  }

  /** What the client encrypts the secret to (RFC 5246 7.4.7.1). */
  record Transport(Value publicKey) implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Value premaster = context.crypto().premaster(agreed.client().legacyVersion());
      Value encrypted = context.crypto().encrypt(publicKey, premaster);
      return new Exchanged(new ClientKey.EncryptedSecret(encrypted), premaster);
    }
  }

  /** A pre-shared key is all (RFC 4279 2). */
  record None() implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      return new Exchanged(null, null);
    }
  }

  /** Never told: a client that goes on without it shares what everyone knows. */
  record Missing() implements ServerKey {
    @Override
    public Exchanged exchange(Agreed agreed, Context context) {
      Crypto crypto = context.crypto();
      Value share = crypto.absent("share");
      ClientKey key =
          switch (agreed.suite().keyExchange().sharing()) {
            case FINITE_FIELD -> new ClientKey.FiniteFieldShare(share);
            case ENCRYPTED -> new ClientKey.EncryptedSecret(share);
            case CURVE, FIXED, NONE, NEGOTIATED -> new ClientKey.CurveShare(share);
          };
      return new Exchanged(key, crypto.absent("premaster secret"));
    }
  }
}
