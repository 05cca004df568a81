package shakedown.client;

import static shakedown.rules.Rule.EARLY_DATA_SAME_ALPN;

import java.util.Optional;
import shakedown.handshake.Context;
import shakedown.handshake.OfferedKey;
import shakedown.handshake.Session13;
import shakedown.policy.Option;
import shakedown.wire.Value;

/**
 * What a client says before it is answered, under the first key that it offers (RFC 8446 4.2.10).
 */
record EarlyWords(Session13 session, Value data) {
  /** Nothing unless policy, session and application all want it. */
  static Optional<EarlyWords> of(Context context) {
    Value data = context.credentials().earlyData();
    return data == null || !context.policy().has(Option.EARLY_DATA)
        ? Optional.empty()
        : OfferedKey.first(context).stream()
            .limit(1)
            .map(OfferedKey::key)
            .filter(Session13.class::isInstance)
            .map(Session13.class::cast)
            .filter(session -> session.maxEarlyData() > 0)
            .filter(session -> context.grants(EARLY_DATA_SAME_ALPN, () -> offers(session, context)))
            .findFirst()
            .map(session -> new EarlyWords(session, data));
  }

  /** What is said early is said in the protocol of the session, if the server may choose it. */
  private static boolean offers(Session13 session, Context context) {
    String protocol = session.remembered().protocol();
    return protocol.isEmpty() || context.policy().protocols().contains(protocol);
  }
}
