package shakedown.server13;

import static shakedown.rules.Rule.SECOND_HELLO_UNCHANGED;

import shakedown.crypto.Same;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.NamedGroup;

/** A retry was asked for (RFC 8446 4.1.4). */
record ExpectSecondClientHello(ClientHello first, NamedGroup group, Transcript transcript)
    implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientHello second) ->
          context
              .require(SECOND_HELLO_UNCHANGED, () -> obeys(second, context))
              .then(() -> Server13.begin(second, transcript, context));
      default -> otherwise(input);
    };
  }

  private boolean obeys(ClientHello second, Context context) {
    return second.shares().size() == 1
        && second.sharesFor(group)
        && !second.extensions().has(EarlyData.class)
        && Same.of(context.crypto(), fixedPart(second), fixedPart(first));
  }

  /** What a second hello may not change (RFC 8446 4.1.2). */
  private static ClientHello fixedPart(ClientHello hello) {
    return hello
        .without(KeyShares.class)
        .without(EarlyData.class)
        .without(PreSharedKeys.class)
        .without(Padding.class);
  }
}
