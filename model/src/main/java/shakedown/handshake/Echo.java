package shakedown.handshake;

import org.jspecify.annotations.Nullable;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Value;

/** A session id that comes back (RFC 8446 4.1.3, RFC 5246 7.4.1.3). */
public final class Echo {
  private Echo() {}

  /** Whether what came back is what the hello sent, or both are empty. */
  public static boolean isOf(ClientHello hello, @Nullable Value seen, Context context) {
    Value sent = hello.sessionId();
    if (sent == null || seen == null) {
      return sent == null && seen == null;
    }
    return context.crypto().same(seen, sent);
  }
}
