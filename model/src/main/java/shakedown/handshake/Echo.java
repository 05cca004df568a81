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
    return sent == null || seen == null
        ? sent == null && seen == null
        : context.crypto().same(seen, sent);
  }
}
