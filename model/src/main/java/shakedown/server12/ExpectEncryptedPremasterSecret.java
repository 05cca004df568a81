package shakedown.server12;

import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Step;
import shakedown.wire.ClientKey.EncryptedSecret;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Value;

/** The client is to choose the secret (RFC 5246 7.4.7.1). */
record ExpectEncryptedPremasterSecret(Agreed agreed) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientKeyExchange(_, EncryptedSecret secret)) ->
          Step.to(keyed(secret, context));
      default -> otherwise(input);
    };
  }

  /** What does not decrypt shows at Finished only, as a random secret (Bleichenbacher 1998). */
  private ExpectChangeCipherSpec keyed(EncryptedSecret secret, Context context) {
    Value premaster =
        context
            .crypto()
            .decrypt(
                context.credentials().self().privateKey(),
                agreed.client().legacyVersion(),
                secret.encrypted());
    var exchange = new ClientKeyExchange(null, secret);
    return new ExpectChangeCipherSpec(
        Keyed12.of(agreed, agreed.transcript().add(exchange), premaster, context));
  }
}
