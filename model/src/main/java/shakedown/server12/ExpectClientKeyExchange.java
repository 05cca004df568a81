package shakedown.server12;

import static shakedown.rules.Rule.SHARE_IS_VALID;

import shakedown.handshake.Agreed;
import shakedown.handshake.Context;
import shakedown.handshake.Ephemeral;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Step;
import shakedown.wire.ClientKey.CurveShare;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;

/** The server's share is out (RFC 8422 5.7). */
record ExpectClientKeyExchange(Agreed agreed, NamedGroup group) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientKeyExchange(_, CurveShare key)) ->
          context
              .require(SHARE_IS_VALID, () -> context.crypto().isShare(group, key.share()))
              .then(() -> Step.to(keyed(key, context)));
      default -> otherwise(input);
    };
  }

  private ExpectChangeCipherSpec keyed(CurveShare key, Context context) {
    Value own = Ephemeral.secret(group, context);
    Value premaster = context.crypto().agree(group, own, key.share());
    var exchange = new ClientKeyExchange(null, key);
    return new ExpectChangeCipherSpec(
        Keyed12.of(agreed, agreed.transcript().add(exchange), premaster, context));
  }
}
