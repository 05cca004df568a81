package shakedown.server13;

import java.util.Optional;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.handshake.Context;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.PskMode;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * The session that a client's first ticket holds, where the server can take it up (RFC 8446
 * 4.2.11).
 *
 * @param before what was said before the hello
 * @param binder what shows that the client has the key
 */
record Resumed(SealedSession session, ClientHello hello, Transcript before, Value binder) {
  static Optional<Resumed> by(
      ClientHello hello, Transcript before, CipherSuite suite, Context context) {
    Value key = context.credentials().ticketKey();
    Optional<PreSharedKeys> offered = hello.extensions().find(PreSharedKeys.class);
    if (key == null || offered.isEmpty() || !mayResume(hello, offered.get())) {
      return Optional.empty();
    }
    return context
        .crypto()
        .open(key, offered.get().identities().getFirst().ticket())
        .filter(session -> session.version().equals(Version.TLS13))
        .filter(session -> session.suite().hash() == suite.hash())
        .map(session -> new Resumed(session, hello, before, offered.get().binders().getFirst()));
  }

  private static boolean mayResume(ClientHello hello, PreSharedKeys offered) {
    return !offered.identities().isEmpty()
        && !offered.binders().isEmpty()
        && hello.takes(PskMode.PSK_DHE_KE);
  }

  Value psk() {
    return session.secret();
  }

  boolean isBound(Context context) {
    var schedule = new KeySchedule13(context.crypto(), session.suite().hash());
    return context.crypto().same(binder, schedule.binder(psk(), before.withoutBinders(hello)));
  }

  /** Early data is taken under the suite that it was sent under, and not after a retry (4.2.10). */
  boolean takesEarlyData(CipherSuite suite, Context context) {
    return hello.extensions().has(EarlyData.class)
        && context.policy().has(Option.EARLY_DATA)
        && session.suite().equals(suite)
        && !before.isRestarted();
  }
}
