package shakedown.handshake;

import shakedown.rules.Rule;
import shakedown.wire.Role;
import shakedown.wire.Value;

/** What an endpoint claims of itself, and no later event takes back (Lowe 1997). */
public sealed interface Signal {
  /** It runs the protocol as this one, with these parameters. */
  record Running(Role role, String self, Agreement agreement) implements Signal {}

  /** It is done: its peer is the one that was meant, and agrees. */
  record Commit(Role role, String meant, Agreement agreement) implements Signal {}

  record MaySend(Permission permission) implements Signal {}

  record DataSent(Permission permission, Value data) implements Signal {}

  record DataReceived(Value data) implements Signal {}

  /** A client's early data was taken. */
  record EarlyDataAccepted() implements Signal {}

  /** A client's early data was refused: what it said must be said again. */
  record EarlyDataRejected() implements Signal {}

  /** A client can resume this later. */
  record Resumable(Session session) implements Signal {}

  /** A server can resume this later, if it remembers it. */
  record Cacheable(Credentials.Cached session) implements Signal {}

  /** A server took early data under this binder, and is not to take it again (RFC 8446 8.2). */
  record EarlyDataTaken(Value binder) implements Signal {}

  /** The application was given the keys that it asked for. */
  record Exported(Value keys) implements Signal {}

  record Alerted(Rule broken) implements Signal {}

  record AlertReceived(int description) implements Signal {}

  /** The peer's alert was a warning, and changes nothing. */
  record Warned(int description) implements Signal {}

  record ClosedCleanly() implements Signal {}
}
