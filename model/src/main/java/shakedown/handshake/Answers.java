package shakedown.handshake;

import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;

/** What a server says in extensions, held against what the client asked. */
public final class Answers {
  private Answers() {}

  /** Whether each answers one that was sent (RFC 8446 4.2, RFC 5246 7.4.1.4). */
  public static boolean areAsked(Extensions answers, ClientHello hello) {
    return answers.list().stream().allMatch(answer -> isAsked(answer, hello));
  }

  /** Whether each answers one of these. */
  public static boolean areAsked(Extensions answers, Extensions asked) {
    return answers.list().stream().allMatch(answer -> isAsked(answer, asked));
  }

  private static boolean isAsked(Extension answer, ClientHello hello) {
    return isAsked(answer, hello.extensions())
        || (answer instanceof RenegotiationInfo
            && hello.suites().contains(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV));
  }

  /** What means nothing asks nothing (RFC 8701 3.1). */
  private static boolean isAsked(Extension answer, Extensions asked) {
    return !answer.isGrease()
        && asked.list().stream().anyMatch(each -> each.type() == answer.type());
  }
}
