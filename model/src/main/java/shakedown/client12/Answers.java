package shakedown.client12;

import shakedown.handshake.Agreed;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.Unknown;
import shakedown.wire.Message.ClientHello;

/** The extensions of a ServerHello, held against what the client asked. */
final class Answers {
  private Answers() {}

  /** Whether each answers one that was sent (RFC 5246 7.4.1.4). */
  static boolean areAllAsked(Agreed agreed) {
    return agreed.server().extensions().list().stream()
        .allMatch(answer -> isAsked(answer, agreed.client()));
  }

  /** Whether no handshake came before in the server's eyes either (RFC 5746 3.4). */
  static boolean areOfFirstHandshake(Agreed agreed) {
    return agreed.server().extensions().find(RenegotiationInfo.class).stream()
        .allMatch(info -> info.verifyData() == null);
  }

  private static boolean isAsked(Extension answer, ClientHello hello) {
    return switch (answer) {
      case RenegotiationInfo _ ->
          hello.extensions().has(RenegotiationInfo.class)
              || hello.suites().contains(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV);
      case Unknown unknown ->
          hello.extensions().list().stream()
              .anyMatch(asked -> asked instanceof Unknown it && it.type() == unknown.type());
      default -> hello.extensions().has(answer.getClass());
    };
  }
}
