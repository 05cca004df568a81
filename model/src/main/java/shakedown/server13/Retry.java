package shakedown.server13;

import static shakedown.rules.Rule.RETRY_IN_TRANSCRIPT;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.handshake.Echo;
import shakedown.handshake.Flight;
import shakedown.handshake.Step;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.Cookie;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.SelectedGroup;
import shakedown.wire.Extension.SelectedVersion;
import shakedown.wire.Extensions;
import shakedown.wire.Kind;
import shakedown.wire.Message.ChangeCipherSpec;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.HelloRetryRequest;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * What a server asks for before it answers (RFC 8446 4.1.4).
 *
 * @param group to bring a share for; null where one is there or none is wanted
 * @param cookie to show that the client hears (RFC 8446 4.2.2); null where that is not asked
 */
record Retry(
    ClientHello first, CipherSuite suite, @Nullable NamedGroup group, @Nullable Value cookie) {
  static Retry of(
      ClientHello first, CipherSuite suite, @Nullable NamedGroup group, Context context) {
    Value cookie =
        context.policy().has(Option.RETRY_COOKIE)
            ? context.crypto().fresh(Kind.COOKIE, "cookie")
            : null;
    return new Retry(first, suite, group, cookie);
  }

  Step ask(Context context) {
    Transcript heard = Transcript.EMPTY.add(first);
    Value digest =
        context.covered(RETRY_IN_TRANSCRIPT, () -> heard.digest(context.crypto(), suite.hash()));
    Flight flight =
        Flight.after(Transcript.restartedAfter(digest))
            .say(
                new HelloRetryRequest(Version.TLS12, Echo.of13(first, context), suite, 0, wishes()))
            .when(Server13.isDisguised(first, context), said -> said.aside(new ChangeCipherSpec()))
            .flush()
            .speak(Version.TLS13, suite)
            .when(first.extensions().has(EarlyData.class), Flight::skipEarlyData);
    return flight.to(new ExpectSecondClientHello(this, flight.transcript()));
  }

  private Extensions wishes() {
    var wishes = ImmutableList.<Extension>builder().add(new SelectedVersion(Version.TLS13));
    if (group != null) {
      wishes.add(new SelectedGroup(group));
    }
    if (cookie != null) {
      wishes.add(new Cookie(cookie));
    }
    return new Extensions(wishes.build());
  }
}
