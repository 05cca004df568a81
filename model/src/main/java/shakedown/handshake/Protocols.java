package shakedown.handshake;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;

/** The application's protocol, agreed on by ALPN (RFC 7301 3.2). */
public final class Protocols {
  private Protocols() {}

  /** Whether there is one for both; a server without protocols passes over the question. */
  public static boolean overlap(ClientHello hello, Context context) {
    return context.policy().protocols().isEmpty()
        || offered(hello).isEmpty()
        || chosen(hello, context).isPresent();
  }

  /** Whether an answer names one that was offered, and no other. */
  public static boolean isOffered(Extensions answers, ClientHello hello) {
    return answers.find(ApplicationProtocols.class).stream()
        .allMatch(
            answer ->
                answer.protocols().size() == 1 && offered(hello).containsAll(answer.protocols()));
  }

  /** The first of the server's that the client offers. */
  public static Optional<String> chosen(ClientHello hello, Context context) {
    return context.policy().protocols().stream().filter(offered(hello)::contains).findFirst();
  }

  /** What a server answers, if anything. */
  public static Optional<ApplicationProtocols> answer(ClientHello hello, Context context) {
    return chosen(hello, context).map(name -> new ApplicationProtocols(ImmutableList.of(name)));
  }

  private static ImmutableList<String> offered(ClientHello hello) {
    return hello
        .extensions()
        .find(ApplicationProtocols.class)
        .map(ApplicationProtocols::protocols)
        .orElse(ImmutableList.of());
  }
}
