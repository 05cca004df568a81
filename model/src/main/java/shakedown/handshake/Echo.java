package shakedown.handshake;

import org.jspecify.annotations.Nullable;
import shakedown.policy.Option;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Value;

/** A value that comes back, as a session id does (RFC 8446 4.1.3, RFC 5246 7.4.1.3). */
public final class Echo {
  private Echo() {}

  /** What a server of 1.3 gives back: nothing over datagrams (RFC 9147 5). */
  public static @Nullable Value of13(ClientHello hello, Context context) {
    return context.policy().has(Option.DATAGRAM) ? null : hello.sessionId();
  }

  /** Whether a server of 1.3 gave back what it should. */
  public static boolean isOf13(ClientHello hello, @Nullable Value seen, Context context) {
    return context.policy().has(Option.DATAGRAM) ? seen == null : isOf(hello, seen, context);
  }

  /** Whether what came back is what the hello sent, or both are empty. */
  public static boolean isOf(ClientHello hello, @Nullable Value seen, Context context) {
    return matches(hello.sessionId(), seen, context);
  }

  /** Whether both are the same, or both are empty. */
  public static boolean matches(@Nullable Value sent, @Nullable Value seen, Context context) {
    if (sent == null || seen == null) {
      return sent == null && seen == null;
    }
    return context.crypto().same(seen, sent);
  }
}
