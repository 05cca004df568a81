package shakedown.handshake;

import com.google.common.base.Ascii;
import java.util.Optional;
import shakedown.policy.Option;
import shakedown.wire.Extension.ServerNameKnown;
import shakedown.wire.Message.ClientHello;

/** The name that a client gives, and a server may use (RFC 6066 3). */
public final class ServerNames {
  private ServerNames() {}

  /** Whether a server serves whom the client means; one that is not strict serves anyone. */
  static boolean isServed(ClientHello hello, Context context) {
    return !context.policy().has(Option.STRICT_SERVER_NAME)
        || hello.serverName().isEmpty()
        || isOwn(hello, context);
  }

  /** What a server says that used the name. */
  public static Optional<ServerNameKnown> answer(ClientHello hello, Context context) {
    return context.policy().has(Option.SERVER_NAME_ANSWER) && isOwn(hello, context)
        ? Optional.of(new ServerNameKnown())
        : Optional.empty();
  }

  private static boolean isOwn(ClientHello hello, Context context) {
    return Ascii.equalsIgnoreCase(hello.serverName(), context.policy().host());
  }
}
