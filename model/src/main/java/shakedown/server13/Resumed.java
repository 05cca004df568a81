package shakedown.server13;

import static shakedown.rules.Rule.EARLY_DATA_FIRST_IDENTITY_CHOSEN;
import static shakedown.rules.Rule.EARLY_DATA_ONCE_PER_INSTANCE;
import static shakedown.rules.Rule.EARLY_DATA_SAME_ALPN;
import static shakedown.rules.Rule.EARLY_DATA_SAME_SUITE;
import static shakedown.rules.Rule.EARLY_DATA_TICKET_FRESH;
import static shakedown.rules.Rule.PSK_MODE_WAS_LISTED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shakedown.crypto.KeySchedule13;
import shakedown.crypto.Transcript;
import shakedown.handshake.AntiReplay;
import shakedown.handshake.Binding;
import shakedown.handshake.Context;
import shakedown.handshake.PreSharedKey;
import shakedown.handshake.Protocols;
import shakedown.policy.Option;
import shakedown.wire.CipherSuite;
import shakedown.wire.Content.SealedSession;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Hash;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.PskMode;
import shakedown.wire.Remembered;
import shakedown.wire.Value;
import shakedown.wire.Version;

/**
 * A pre-shared key that a client offers and the server has (RFC 8446 4.2.11).
 *
 * @param before what was said before the hello
 * @param index its place among those that were offered
 * @param session null for an external key
 */
record Resumed(
    ClientHello hello,
    Transcript before,
    int index,
    Value psk,
    Hash hash,
    Binding binding,
    @Nullable SealedSession session) {
  /** How the server would use a key; nothing if it takes none. */
  static Optional<PskMode> mode(ClientHello hello, Context context) {
    boolean grouped = context.policy().groups().stream().anyMatch(hello.groups()::contains);
    return context.policy().exchange().pskModes().stream()
        .filter(mode -> grouped || !mode.equals(PskMode.PSK_DHE_KE))
        .filter(mode -> context.grants(PSK_MODE_WAS_LISTED, () -> hello.takes(mode)))
        .findFirst();
  }

  /** Those that are offered and that the server has, in the client's order. */
  static Stream<Resumed> known(ClientHello hello, Transcript before, Context context) {
    Optional<PreSharedKeys> offered = hello.extensions().find(PreSharedKeys.class);
    if (offered.isEmpty() || mode(hello, context).isEmpty()) {
      return Stream.empty();
    }
    int count = offered.get().identities().size();
    return IntStream.range(0, count)
        .mapToObj(index -> at(index, offered.get(), hello, before, context))
        .flatMap(Optional::stream);
  }

  private static Optional<Resumed> at(
      int index, PreSharedKeys offered, ClientHello hello, Transcript before, Context context) {
    Value identity = offered.identities().get(index).ticket();
    Optional<PreSharedKey> external = context.credentials().preShared(identity, context.crypto());
    return external.isPresent()
        ? external.map(
            key -> new Resumed(hello, before, index, key.psk(), key.hash(), key.binding(), null))
        : opened(identity, context)
            .map(
                session ->
                    new Resumed(
                        hello,
                        before,
                        index,
                        session.secret(),
                        session.suite().hash(),
                        Binding.RESUMPTION,
                        session));
  }

  private static Optional<SealedSession> opened(Value ticket, Context context) {
    Value key = context.credentials().ticketKey();
    return key == null
        ? Optional.empty()
        : context
            .crypto()
            .open(key, ticket)
            .filter(session -> session.version().equals(Version.TLS13));
  }

  boolean isExternal() {
    return session == null;
  }

  /** Whom the session remembers; nobody in particular under an external key. */
  String client() {
    return session == null ? Remembered.ANYONE : session.remembered().client();
  }

  /** Of the key that is taken, and of no other (RFC 8446 4.2.11). */
  boolean isBound(Context context) {
    var schedule = new KeySchedule13(context.crypto(), hash);
    Value expected = schedule.binder(psk, binding.label(), before.withoutBinders(hello));
    return context.crypto().same(binder(context), expected);
  }

  /** What early data hangs on (RFC 8446 4.2.10, 8); not after a retry. */
  boolean takesEarlyData(CipherSuite taken, Context context) {
    SealedSession known = session;
    if (known == null
        || !hello.extensions().has(EarlyData.class)
        || !context.policy().has(Option.EARLY_DATA)
        || before.isRestarted()) {
      return false;
    }
    String chosen = Protocols.chosen(hello, context).orElse("");
    boolean sameSuite = known.suite().equals(taken);
    AntiReplay replays = context.credentials().replays();
    return context.grants(EARLY_DATA_FIRST_IDENTITY_CHOSEN, () -> index == 0)
        && context.grants(EARLY_DATA_SAME_SUITE, () -> sameSuite)
        && context.grants(EARLY_DATA_SAME_ALPN, () -> known.remembered().protocol().equals(chosen))
        && context.grants(EARLY_DATA_TICKET_FRESH, () -> !replays.isStale())
        && context.grants(
            EARLY_DATA_ONCE_PER_INSTANCE, () -> !replays.has(binder(context), context.crypto()));
  }

  /** Whoever repeats a hello repeats its binder; one that is missing is that of anyone. */
  Value binder(Context context) {
    ImmutableList<Value> binders =
        hello.extensions().find(PreSharedKeys.class).orElseThrow().binders();
    return index < binders.size() ? binders.get(index) : context.crypto().absent("binder");
  }
}
