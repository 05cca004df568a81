package shakedown.server13;

import static shakedown.rules.Rule.COOKIE_ECHOED;
import static shakedown.rules.Rule.SECOND_HELLO_UNCHANGED;

import java.util.Optional;
import shakedown.crypto.Same;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Offer;
import shakedown.handshake.Step;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.Padding;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** A retry was asked for (RFC 8446 4.1.4). */
record ExpectSecondClientHello(Retry retry, Transcript transcript) implements Server13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientHello second) ->
          Offer.judged(second, Version.TLS13, context)
              .require(COOKIE_ECHOED, () -> isEchoed(second, context))
              .require(SECOND_HELLO_UNCHANGED, () -> obeys(second, context))
              .then(() -> Server13.begin(second, transcript, context));
      default -> otherwise(input);
    };
  }

  private boolean isEchoed(ClientHello second, Context context) {
    Value sent = retry.cookie();
    Optional<Cookie> seen = second.extensions().find(Cookie.class);
    return sent == null
        || seen.filter(echo -> context.crypto().same(echo.cookie(), sent)).isPresent();
  }

  private boolean obeys(ClientHello second, Context context) {
    return !second.extensions().has(EarlyData.class)
        && (retry.group() == null
            || (second.shares().size() == 1 && second.sharesFor(retry.group())))
        && Same.of(context.crypto(), fixedPart(second), fixedPart(retry.first()));
  }

  /** What a second hello may not change (RFC 8446 4.1.2). */
  private ClientHello fixedPart(ClientHello hello) {
    ClientHello fixed =
        hello.without(EarlyData.class).without(PreSharedKeys.class).without(Padding.class);
    ClientHello shared = retry.group() == null ? fixed : fixed.without(KeyShares.class);
    return retry.cookie() == null ? shared : shared.without(Cookie.class);
  }
}
