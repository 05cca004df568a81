package shakedown.handshake;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import shakedown.crypto.Transcript;
import shakedown.policy.ClientAuthentication;
import shakedown.policy.Policy;
import shakedown.wire.CertificateType;
import shakedown.wire.Extension;
import shakedown.wire.Extension.ClientCertificateType;
import shakedown.wire.Extension.ClientCertificateTypes;
import shakedown.wire.Extension.ServerCertificateType;
import shakedown.wire.Extension.ServerCertificateTypes;
import shakedown.wire.Extensions;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.EncryptedExtensions;

/** What the two sides show each other: certificates, unless they agreed otherwise (RFC 7250 4). */
public record CertificateTypes(CertificateType server, CertificateType client) {
  private static final ImmutableList<CertificateType> UNLESS_SAID =
      ImmutableList.of(CertificateType.X509);

  /** What a server has answered. */
  public static CertificateTypes told(Extensions answers) {
    return new CertificateTypes(
        answers
            .find(ServerCertificateType.class)
            .map(ServerCertificateType::certificateType)
            .orElse(CertificateType.X509),
        answers
            .find(ClientCertificateType.class)
            .map(ClientCertificateType::certificateType)
            .orElse(CertificateType.X509));
  }

  /** What the server of TLS 1.3 has answered in this handshake. */
  public static CertificateTypes in(Transcript transcript) {
    return transcript.messages().stream()
        .filter(EncryptedExtensions.class::isInstance)
        .map(message -> told(((EncryptedExtensions) message).extensions()))
        .findFirst()
        .orElseGet(() -> told(Extensions.of()));
  }

  /** Whether each answer is one of those that the client offered. */
  public static boolean areOffered(Extensions answers, ClientHello hello) {
    return answers.find(ServerCertificateType.class).stream()
            .allMatch(answer -> offeredOfServer(hello).contains(answer.certificateType()))
        && answers.find(ClientCertificateType.class).stream()
            .allMatch(answer -> offeredOfClient(hello).contains(answer.certificateType()));
  }

  /** What a server may show to this client, best first. */
  public static ImmutableList<CertificateType> ofServer(ClientHello hello, Context context) {
    return common(context.policy().authentication().ownTypes(), offeredOfServer(hello));
  }

  /**
   * What a client is to show, or would if it were asked; nothing if all that it has is of no use.
   */
  public static Optional<CertificateType> ofClient(ClientHello hello, Context context) {
    return asks(context.policy())
        ? common(context.policy().authentication().peerTypes(), offeredOfClient(hello)).stream()
            .findFirst()
        : Optional.of(CertificateType.X509);
  }

  private static boolean asks(Policy policy) {
    return policy.authentication().clients() != ClientAuthentication.NOT_ASKED;
  }

  private static ImmutableList<CertificateType> offeredOfServer(ClientHello hello) {
    return hello
        .extensions()
        .find(ServerCertificateTypes.class)
        .map(ServerCertificateTypes::types)
        .orElse(UNLESS_SAID);
  }

  private static ImmutableList<CertificateType> offeredOfClient(ClientHello hello) {
    return hello
        .extensions()
        .find(ClientCertificateTypes.class)
        .map(ClientCertificateTypes::types)
        .orElse(UNLESS_SAID);
  }

  private static ImmutableList<CertificateType> common(
      ImmutableList<CertificateType> own, ImmutableList<CertificateType> offered) {
    return own.stream().filter(offered::contains).collect(toImmutableList());
  }

  /** What a server says of them: nothing that was not asked, nor of a client that is not. */
  public ImmutableList<Extension> answers(ClientHello hello, Context context) {
    var answers = ImmutableList.<Extension>builder();
    if (asks(context.policy()) && hello.extensions().has(ClientCertificateTypes.class)) {
      answers.add(new ClientCertificateType(client));
    }
    if (hello.extensions().has(ServerCertificateTypes.class)) {
      answers.add(new ServerCertificateType(server));
    }
    return answers.build();
  }
}
