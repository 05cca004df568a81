package shakedown.client;

import static shakedown.rules.Rule.AT_MOST_ONE_RETRY;
import static shakedown.rules.Rule.COMPRESSION_IS_NULL;
import static shakedown.rules.Rule.DOWNGRADE_SENTINEL_CHECKED;
import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.EXTENSION_WAS_OFFERED;
import static shakedown.rules.Rule.NO_TLS13_IN_RENEGOTIATION;
import static shakedown.rules.Rule.RETRY_CHANGES_HELLO;
import static shakedown.rules.Rule.RETRY_GROUP_KEPT;
import static shakedown.rules.Rule.RETRY_GROUP_NOT_YET_SHARED;
import static shakedown.rules.Rule.RETRY_GROUP_SUPPORTED;
import static shakedown.rules.Rule.RETRY_IN_TRANSCRIPT;
import static shakedown.rules.Rule.RETRY_SUITE_KEPT;
import static shakedown.rules.Rule.RETRY_VERSION_KEPT;
import static shakedown.rules.Rule.SELECTED_VERSION_WAS_OFFERED;
import static shakedown.rules.Rule.SERVER_LEGACY_VERSION_FIXED;
import static shakedown.rules.Rule.SERVER_VERSION_ACCEPTABLE;
import static shakedown.rules.Rule.SESSION_ID_ECHOED;
import static shakedown.rules.Rule.SUITE_FITS_VERSION;
import static shakedown.rules.Rule.SUITE_WAS_OFFERED;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.client12.Client12;
import shakedown.client13.Client13;
import shakedown.crypto.Mark;
import shakedown.crypto.Transcript;
import shakedown.handshake.Agreed;
import shakedown.handshake.Answers;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Epoch;
import shakedown.handshake.Flight;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Signal;
import shakedown.handshake.Step;
import shakedown.policy.Option;
import shakedown.wire.Alert;
import shakedown.wire.Bearer;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShare;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extensions;
import shakedown.wire.Message.AlertMessage;
import shakedown.wire.Message.ApplicationData;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRequest;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.Message.HelloVerifyRequest;
import shakedown.wire.Message.ServerHello;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * The hello is out, in any version (RFC 8446 A.1: WAIT_SH).
 *
 * @param retry what the server asked for, if it did
 * @param origin where a renegotiation began; null in a first handshake
 */
record ExpectServerHello(
    ClientHello hello,
    Transcript transcript,
    @Nullable HelloRetryRequest retry,
    @Nullable Endpoint origin)
    implements Endpoint {
  /** In a first handshake. */
  ExpectServerHello(ClientHello hello, Transcript transcript, @Nullable HelloRetryRequest retry) {
    this(hello, transcript, retry, null);
  }

  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(ServerHello server) -> answered(server, context);
      case Received(HelloRetryRequest asked) -> retried(asked, context);
      case Received(HelloVerifyRequest asked) when isVerified(context) -> verified(asked, context);
      case Received(ChangeCipherSpec _) when retry != null -> Step.to(this);
      case Received(ApplicationData(Value data)) when origin != null ->
          Step.to(this, new Effect.Claim(new Signal.DataReceived(data)));
      case Received(HelloRequest _) when context.policy().speaks(Version.TLS12) -> Step.to(this);
      case Received(AlertMessage alert) when isIdle(alert) -> Step.warned(this, alert);
      case Received(AlertMessage alert) when origin != null -> Step.warned(origin, alert);
      default -> Step.unexpected(this, input);
    };
  }

  /** A server of any version may ask before it knows more (RFC 6347 4.2.1, RFC 9147 5.1). */
  private boolean isVerified(Context context) {
    return context.policy().has(Option.DATAGRAM) && retry == null;
  }

  /** Neither the first hello nor the request is part of the transcript (RFC 6347 4.2.1). */
  private Step verified(HelloVerifyRequest asked, Context context) {
    ClientHello second = Hellos.again(hello, asked, context);
    Flight flight = Flight.after(Transcript.EMPTY).say(second).flush();
    return flight.to(new ExpectServerHello(second, flight.transcript(), null));
  }

  /** What a server of TLS 1.2 may say before its hello, and goes on (RFC 6066 3). */
  private static boolean isIdle(AlertMessage alert) {
    return !alert.fatal() && alert.description() == Alert.UNRECOGNIZED_NAME.code();
  }

  private Step answered(ServerHello server, Context context) {
    boolean tls13 = server.version().equals(Version.TLS13);
    if (!tls13 && !server.version().equals(Version.TLS12)) {
      return Step.abort(SERVER_VERSION_ACCEPTABLE);
    }
    if (!server.suite().isKnown() || server.suite().isFor13() != tls13) {
      return Step.abort(SUITE_FITS_VERSION);
    }
    return context
        .require(
            SELECTED_VERSION_WAS_OFFERED,
            () -> isOffered(server.version(), server.extensions(), context))
        .require(RETRY_VERSION_KEPT, () -> retry == null || tls13)
        .require(NO_TLS13_IN_RENEGOTIATION, () -> origin == null || !tls13)
        .require(DOWNGRADE_SENTINEL_CHECKED, () -> !isDowngraded(server, context))
        .require(EXTENSIONS_UNIQUE, server.extensions()::areUnique)
        .require(EXTENSION_WAS_OFFERED, () -> Answers.areAsked(server.extensions(), hello))
        .require(SUITE_WAS_OFFERED, () -> offers(server.suite()))
        .require(RETRY_SUITE_KEPT, () -> retry == null || server.suite().equals(retry.suite()))
        .require(RETRY_GROUP_KEPT, () -> keepsGroup(server))
        .require(COMPRESSION_IS_NULL, () -> server.compression() == 0)
        .require(
            SERVER_LEGACY_VERSION_FIXED,
            () -> !tls13 || server.legacyVersion().equals(Version.TLS12))
        .then(() -> agreed(server, context));
  }

  private Step agreed(ServerHello server, Context context) {
    Agreed agreed = new Agreed(hello, server, transcript.add(server), new Reopening());
    return server.version().equals(Version.TLS13)
        ? Client13.begin(agreed, context)
        : Client12.begin(agreed, context);
  }

  private Step retried(HelloRetryRequest asked, Context context) {
    if (!asked.suite().isKnown() || !asked.suite().isFor13()) {
      return Step.abort(SUITE_FITS_VERSION);
    }
    // a cookie alone comes unasked (RFC 8446 4.2)
    Extensions answers = asked.extensions().without(Cookie.class);
    return context
        .require(AT_MOST_ONE_RETRY, () -> retry == null)
        .require(
            SELECTED_VERSION_WAS_OFFERED,
            () -> isOffered(Version.TLS13, asked.extensions(), context))
        .require(EXTENSIONS_UNIQUE, asked.extensions()::areUnique)
        .require(EXTENSION_WAS_OFFERED, () -> Answers.areAsked(answers, hello))
        .require(EXTENSION_IN_ITS_PLACE, () -> answers.areIn(Bearer.HELLO_RETRY_REQUEST))
        .require(COMPRESSION_IS_NULL, () -> asked.compression() == 0)
        .require(SERVER_LEGACY_VERSION_FIXED, () -> asked.legacyVersion().equals(Version.TLS12))
        .require(SESSION_ID_ECHOED, () -> Echo.isOf13(hello, asked.sessionId(), context))
        .require(SUITE_WAS_OFFERED, () -> offers(asked.suite()))
        .require(RETRY_CHANGES_HELLO, () -> changesHello(asked))
        .require(
            RETRY_GROUP_SUPPORTED, () -> group(asked).allMatch(context.policy().groups()::contains))
        .require(RETRY_GROUP_NOT_YET_SHARED, () -> group(asked).noneMatch(hello::sharesFor))
        .then(() -> again(asked, context));
  }

  private Step again(HelloRetryRequest asked, Context context) {
    Value digest =
        context.covered(
            RETRY_IN_TRANSCRIPT, () -> transcript.digest(context.crypto(), asked.suite().hash()));
    Transcript before = Transcript.restartedAfter(digest).add(asked);
    ClientHello second = Hellos.again(hello, asked, before, context);
    boolean wasEarly = hello.extensions().has(EarlyData.class);
    boolean disguised = context.policy().has(Option.MIDDLEBOX_COMPATIBILITY) && !wasEarly;
    Flight flight =
        Flight.after(before)
            .when(
                wasEarly,
                told -> told.writeUnder(Epoch.PLAIN, null).claim(new Signal.EarlyDataRejected()))
            .when(disguised, told -> told.aside(new ChangeCipherSpec()))
            .say(second)
            .flush();
    return flight.to(new ExpectServerHello(second, flight.transcript(), asked));
  }

  private boolean offers(CipherSuite suite) {
    return hello.suites().contains(suite);
  }

  /** In 1.3 the extension says so; before, there was none (RFC 8446 4.2.1). */
  private static boolean isOffered(Version version, Extensions answers, Context context) {
    Optional<Version> selected = answers.find(SelectedVersion.class).map(SelectedVersion::version);
    return context.policy().speaks(version)
        && selected.equals(Optional.of(version).filter(Version.TLS13::equals));
  }

  private static boolean isDowngraded(ServerHello server, Context context) {
    return server.version().equals(Version.TLS12)
        && context.policy().speaks(Version.TLS13)
        && context.crypto().bears(server.random(), Mark.TLS12);
  }

  private static Stream<NamedGroup> group(HelloRetryRequest asked) {
    return asked.extensions().find(SelectedGroup.class).map(SelectedGroup::group).stream();
  }

  private boolean keepsGroup(ServerHello server) {
    return retry == null
        || server.extensions().find(KeyShare.class).stream()
            .allMatch(share -> group(retry).allMatch(share.group()::equals));
  }

  private static boolean changesHello(HelloRetryRequest asked) {
    Optional<SelectedGroup> group = asked.extensions().find(SelectedGroup.class);
    return group.isPresent() || asked.extensions().has(Cookie.class);
  }
}
