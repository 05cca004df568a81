package shakedown.server;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static shakedown.rules.Rule.CLIENT_COMPRESSION_ONLY_NULL;
import static shakedown.rules.Rule.CLIENT_VERSION_ACCEPTABLE;
import static shakedown.rules.Rule.FALLBACK_SCSV_CHECKED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.server12.Server12;
import shakedown.server13.Server13;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Version;

/** Nothing is heard yet (RFC 8446 A.2: START). */
public record ExpectClientHello() implements Endpoint {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ClientHello hello) -> {
        Optional<Version> version =
            context.policy().versions().stream().filter(offered(hello)::contains).findFirst();
        yield version.filter(ExpectClientHello::isSpoken).isEmpty()
            ? Step.abort(CLIENT_VERSION_ACCEPTABLE)
            : context
                .require(FALLBACK_SCSV_CHECKED, () -> !isFallback(hello, version.get(), context))
                .require(CLIENT_COMPRESSION_ONLY_NULL, () -> offersNull(hello, version.get()))
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

  /** The extension if there; else all up to the one that is told, 1.2 at most (RFC 8446 4.2.1). */
  private static ImmutableList<Version> offered(ClientHello hello) {
    return hello
        .extensions()
        .find(SupportedVersions.class)
        .map(SupportedVersions::versions)
        .orElseGet(() -> upTo(hello.legacyVersion()));
  }

  private static ImmutableList<Version> upTo(Version best) {
    return Stream.of(Version.TLS12, Version.TLS11, Version.TLS10, Version.SSL3)
        .filter(version -> version.code() <= best.code())
        .collect(toImmutableList());
  }

  /** In 1.3 the null method alone, in 1.2 among others (RFC 5246 7.4.1.2). */
  private static boolean offersNull(ClientHello hello, Version version) {
    return version.equals(Version.TLS13)
        ? hello.compressions().equals(ImmutableList.of(0))
        : hello.compressions().contains(0);
  }
}
