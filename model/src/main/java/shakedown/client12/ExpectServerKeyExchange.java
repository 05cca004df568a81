package shakedown.client12;

import static shakedown.rules.Rule.SIGNATURE_IS_VALID;
import static shakedown.rules.Rule.TLS12_SERVER_KEY_EXCHANGE_CAME;

import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Judgement;
import shakedown.handshake.Step;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.ServerHelloDone;
import shakedown.wire.Message.ServerKeyExchange;

/**
 * The server has shown a chain, if its suite has one, and is to tell its share (RFC 8422 5.4), or
 * may give a hint of which pre-shared key it wants (RFC 4279 2).
 */
record ExpectServerKeyExchange(Shown shown) implements Client12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ServerKeyExchange told) ->
          new Told(shown, told, shown.keyExchange()).judged(context);
      case Received(ServerHelloDone _), Received(CertificateRequest12 _) -> untold(input, context);
      default -> otherwise(input);
    };
  }

  /** Where nothing signed is to come, the peer shows by its Finished that it has the key. */
  private Step untold(Input input, Context context) {
    boolean needed = shown.keyExchange().needsServerKeyExchange();
    Judgement judged = shown.judged(context).skipped(SIGNATURE_IS_VALID);
    ServerKey key = needed ? new ServerKey.Missing() : shown.key();
    return judged
        .require(TLS12_SERVER_KEY_EXCHANGE_CAME, () -> !needed)
        .prove(
            context.policy().host(),
            peer -> new ExpectServerHelloDone(shown, key, peer).on(input, context));
  }
}
