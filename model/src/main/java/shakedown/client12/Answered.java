package shakedown.client12;

import static java.util.Objects.requireNonNullElseGet;

import shakedown.crypto.Crypto;
import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.PreSharedKey;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Value;

/** What a client says to a server's key, and the premaster secret that both then have. */
record Answered(ClientKeyExchange message, Value premaster) {
  static Answered to(ServerKey key, Agreed agreed, Context context) {
    Crypto crypto = context.crypto();
    ServerKey.Exchanged exchanged = key.exchange(agreed, context);
    if (!agreed.suite().keyExchange().isPreShared()) {
      return new Answered(
          new ClientKeyExchange(null, exchanged.key()),
          requireNonNullElseGet(exchanged.secret(), () -> crypto.absent("premaster secret")));
    }
    PreSharedKey known = preShared(agreed.suite(), context);
    return new Answered(
        new ClientKeyExchange(known.identity(), exchanged.key()),
        crypto.preShared(exchanged.secret(), known.key()));
  }

  /** Its best, whatever the hint; one that everyone knows if it has none (RFC 4279 5.2). */
  private static PreSharedKey preShared(CipherSuite suite, Context context) {
    Crypto crypto = context.crypto();
    return context.credentials().preShared12().stream()
        .findFirst()
        .orElseGet(
            () ->
                new PreSharedKey(
                    crypto.absent("psk identity"), crypto.absent("psk"), suite.hash()));
  }
}
