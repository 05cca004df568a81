package shakedown.server;

import static shakedown.rules.Rule.CLIENT_VERSION_ACCEPTABLE;
import static shakedown.rules.Rule.FALLBACK_SCSV_CHECKED;

import java.util.Optional;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Offer;
import shakedown.handshake.Step;
import shakedown.server12.Server12;
import shakedown.server13.Server13;
import shakedown.wire.CipherSuite;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Version;

/** Nothing is heard yet (RFC 8446 A.2: START). */
public record ExpectClientHello() implements Endpoint {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientHello hello) -> {
        Optional<Version> version =
            context.policy().versions().stream()
                .filter(Offer.versions(hello)::contains)
                .findFirst();
        yield version.filter(ExpectClientHello::isSpoken).isEmpty()
            ? Step.abort(CLIENT_VERSION_ACCEPTABLE)
            : Offer.judged(hello, version.get(), context)
                .require(FALLBACK_SCSV_CHECKED, () -> !isFallback(hello, version.get(), context))
                .then(() -> begin(hello, version.get(), context));
      }
      default -> Step.unexpected(this, input);
    };
  }

  private static Step begin(ClientHello hello, Version version, Context context) {
    return version.equals(Version.TLS13)
        ? Server13.begin(hello, Transcript.EMPTY, context)
        : Server12.begin(hello, context);
  }

  /** Older ones can be named, so that they are refused. */
  private static boolean isSpoken(Version version) {
    return version.code() >= Version.TLS12.code();
  }

  /** Whether the client came down to a version although this server has a better one. */
  private static boolean isFallback(ClientHello hello, Version version, Context context) {
    return hello.suites().contains(CipherSuite.TLS_FALLBACK_SCSV)
        && context.policy().versions().stream().anyMatch(own -> own.code() > version.code());
  }
}
