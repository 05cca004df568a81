package shakedown.client;

import java.util.Optional;
import shakedown.handshake.Context;
import shakedown.handshake.Session13;
import shakedown.policy.Option;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** What a client says before it is answered, and the session that it says it under. */
record EarlyWords(Session13 session, Value data) {
  /** Nothing unless policy, session and application all want it. */
  static Optional<EarlyWords> of(Context context) {
    Value data = context.credentials().earlyData();
    return data == null || !context.policy().has(Option.EARLY_DATA)
        ? Optional.empty()
        : context
            .credentials()
            .offered13()
            .filter(session -> context.policy().speaks(Version.TLS13))
            .filter(session -> session.maxEarlyData() > 0)
            .map(session -> new EarlyWords(session, data));
  }
}
