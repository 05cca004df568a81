package shakedown.handshake;

import com.google.common.collect.ImmutableSet;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.SupportedGroups;
import shakedown.wire.Extension.SupportedVersions;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;

/** What a server says in extensions, held against what the client asked. */
public final class Answers {
  /** A message of TLS 1.3, and what is answered in it (RFC 8446 4.2). */
  public enum Place {
    SERVER_HELLO(SupportedVersions.class, KeyShares.class, PreSharedKeys.class),
    HELLO_RETRY_REQUEST(SupportedVersions.class, KeyShares.class),
    ENCRYPTED_EXTENSIONS(ServerName.class, SupportedGroups.class, EarlyData.class),
    CERTIFICATE();

    private final ImmutableSet<Class<?>> answered;

    Place(Class<?>... answered) {
      this.answered = ImmutableSet.copyOf(answered);
    }
  }

  private Answers() {}

  /** Whether each answers one that was sent (RFC 8446 4.2, RFC 5246 7.4.1.4). */
  public static boolean areAsked(Extensions answers, ClientHello hello) {
    return answers.list().stream().allMatch(answer -> isAsked(answer, hello));
  }

  /** Whether what each answers is answered in this message. */
  public static boolean areIn(Place place, Extensions answers, ClientHello hello) {
    return hello.extensions().list().stream()
        .filter(asked -> answers.list().stream().anyMatch(each -> each.type() == asked.type()))
        .allMatch(asked -> place.answered.contains(asked.getClass()));
  }

  private static boolean isAsked(Extension answer, ClientHello hello) {
    return hello.extensions().list().stream().anyMatch(asked -> asked.type() == answer.type())
        || (answer instanceof RenegotiationInfo
            && hello.suites().contains(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV));
  }
}
