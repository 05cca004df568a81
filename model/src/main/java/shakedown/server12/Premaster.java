package shakedown.server12;

import static java.util.Objects.requireNonNullElseGet;
import static shakedown.rules.Rule.TLS12_PREMASTER_FAILURE_HIDDEN;
import static shakedown.rules.Rule.TLS12_PREMASTER_VERSION_CHECKED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Crypto;
import shakedown.handshake.Agreed;
import shakedown.handshake.CertificateTypes;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.PreSharedKey;
import shakedown.handshake.Shares12;
import shakedown.pki.Identity;
import shakedown.wire.Group;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyExchange.Sharing;
import shakedown.wire.Kind;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The secret that a client's half of a key exchange makes with the server's (RFC 5246 8.1). */
record Premaster(Agreed agreed, Context context) {
  /** Whether there is nothing to know, or the server was given the key of this identity. */
  boolean knows(@Nullable Value identity) {
    return identity == null || preShared(identity).isPresent();
  }

  /** The premaster secret, with the pre-shared key in it if there is one. */
  Value of(@Nullable Value identity, @Nullable Value secret) {
    if (identity == null) {
      return requireNonNullElseGet(secret, () -> crypto().absent("premaster secret"));
    }
    // whom it does not know, a server may let run into a wrong Finished (RFC 4279 2)
    Value key =
        preShared(identity)
            .map(PreSharedKey::key)
            .orElseGet(() -> crypto().fresh(Kind.SECRET, "psk of nobody"));
    return crypto().preShared(secret, key);
  }

  Value agreed(Group group, Value share) {
    Value own =
        exchange().sharing() == Sharing.FIXED
            ? crypto().fixedSecret(certified())
            : Ephemeral.secret(group, context);
    return Shares12.secret(group, own, share, context);
  }

  /** What does not decrypt shows at Finished only, as a random secret (Bleichenbacher 1998). */
  Value decrypted(Value encrypted) {
    boolean anyVersion = context.grants(TLS12_PREMASTER_VERSION_CHECKED, () -> false);
    return crypto().decrypt(decryptionKey(), anyVersion ? null : offered(), encrypted);
  }

  /** Whether the client is told that this does not decrypt: an oracle. */
  boolean tells(Value encrypted) {
    return context.grants(TLS12_PREMASTER_FAILURE_HIDDEN, () -> false)
        && !crypto().decrypts(decryptionKey(), offered(), encrypted);
  }

  private Value decryptionKey() {
    return exchange() == KeyExchange.RSA_EXPORT ? Ephemeral.temporaryKey(context) : certified();
  }

  private Value certified() {
    return context
        .credentials()
        .identity(exchange(), CertificateTypes.told(agreed.server().extensions()).server())
        .map(Identity::privateKey)
        .orElseGet(() -> crypto().absent("private key"));
  }

  private Optional<PreSharedKey> preShared(Value identity) {
    return context.credentials().preShared12(identity, crypto());
  }

  private KeyExchange exchange() {
    return agreed.suite().keyExchange();
  }

  private Version offered() {
    return agreed.client().legacyVersion();
  }

  private Crypto crypto() {
    return context.crypto();
  }
}
