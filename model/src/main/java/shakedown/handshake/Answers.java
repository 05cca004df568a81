package shakedown.handshake;

import com.google.common.collect.ImmutableSet;
import shakedown.wire.CipherSuite;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ApplicationProtocols;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.DelegatedCredentialSchemes;
import shakedown.wire.Extension.EarlyData;
import shakedown.wire.Extension.KeyShares;
import shakedown.wire.Extension.MaxFragmentLength;
import shakedown.wire.Extension.PreSharedKeys;
import shakedown.wire.Extension.RecordSizeLimit;
import shakedown.wire.Extension.RenegotiationInfo;
import shakedown.wire.Extension.ServerCertificateTypes;
import shakedown.wire.Extension.ServerName;
import shakedown.wire.Extension.StatusRequest;
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
    ENCRYPTED_EXTENSIONS(
        ServerName.class,
        MaxFragmentLength.class,
        SupportedGroups.class,
        ApplicationProtocols.class,
        ClientCertificateTypes.class,
        ServerCertificateTypes.class,
        RecordSizeLimit.class,
        EarlyData.class),
    CERTIFICATE(StatusRequest.class, DelegatedCredentialSchemes.class);

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

  /** Whether each answers one of these. */
  public static boolean areAsked(Extensions answers, Extensions asked) {
    return answers.list().stream().allMatch(answer -> isAsked(answer, asked));
  }

  /** Whether what each answers is answered in this message. */
  public static boolean areIn(Place place, Extensions answers, Extensions asked) {
    return asked.list().stream()
        .filter(each -> isAsked(each, answers))
        .allMatch(each -> place.answered.contains(each.getClass()));
  }

  private static boolean isAsked(Extension answer, ClientHello hello) {
    return isAsked(answer, hello.extensions())
        || (answer instanceof RenegotiationInfo
            && hello.suites().contains(CipherSuite.TLS_EMPTY_RENEGOTIATION_INFO_SCSV));
  }

  private static boolean isAsked(Extension answer, Extensions asked) {
    return asked.list().stream().anyMatch(each -> each.type() == answer.type());
  }
}
