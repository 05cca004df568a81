package shakedown.server12;

import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Step;
import shakedown.wire.Message.EncryptedPremasterSecret;
import shakedown.wire.Value;

/** The client is to choose the secret (RFC 5246 7.4.7.1). */
record ExpectEncryptedPremasterSecret(Agreed agreed) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(EncryptedPremasterSecret secret) -> Step.to(keyed(secret, context));
      default -> Step.unexpected(this, input);
    };
  }

  /** What does not decrypt shows at Finished only, as a random secret (Bleichenbacher 1998). */
  private ExpectChangeCipherSpec keyed(EncryptedPremasterSecret secret, Context context) {
    Value premaster =
        context
            .crypto()
            .decrypt(
                context.credentials().self().privateKey(),
                agreed.client().legacyVersion(),
                secret.encrypted());
    return new ExpectChangeCipherSpec(
        Keyed12.of(agreed, agreed.transcript().add(secret), premaster, context));
  }
}
