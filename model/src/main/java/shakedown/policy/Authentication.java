package shakedown.policy;

import com.google.common.collect.ImmutableList;
import shakedown.wire.CertificateType;
import shakedown.wire.CompressionAlgorithm;
import shakedown.wire.SignatureScheme;

/**
 * How peers may show who they are, each list best first.
 *
 * @param schemes of signatures by the peer in the handshake, and by this side
 * @param delegatedSchemes of signatures by delegated credentials (RFC 9345); empty if none
 * @param compressions how certificates may be compressed (RFC 8879)
 * @param ownTypes what this side may show (RFC 7250)
 * @param peerTypes what the peer may show (RFC 7250)
 * @param clients what a server wants of clients
 */
public record Authentication(
    ImmutableList<SignatureScheme> schemes,
    ImmutableList<SignatureScheme> delegatedSchemes,
    ImmutableList<CompressionAlgorithm> compressions,
    ImmutableList<CertificateType> ownTypes,
    ImmutableList<CertificateType> peerTypes,
    ClientAuthentication clients) {

  /** X.509 alone, of servers alone. */
  public static Authentication by(ImmutableList<SignatureScheme> schemes) {
    return new Authentication(
        schemes,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(CertificateType.X509),
        ImmutableList.of(CertificateType.X509),
        ClientAuthentication.NOT_ASKED);
  }

  Authentication withSchemes(ImmutableList<SignatureScheme> best) {
    return new Authentication(best, delegatedSchemes, compressions, ownTypes, peerTypes, clients);
  }

  Authentication withDelegated(ImmutableList<SignatureScheme> best) {
    return new Authentication(schemes, best, compressions, ownTypes, peerTypes, clients);
  }

  Authentication withCompressions(ImmutableList<CompressionAlgorithm> best) {
    return new Authentication(schemes, delegatedSchemes, best, ownTypes, peerTypes, clients);
  }

  Authentication withTypes(
      ImmutableList<CertificateType> own, ImmutableList<CertificateType> peer) {
    return new Authentication(schemes, delegatedSchemes, compressions, own, peer, clients);
  }

  Authentication withClients(ClientAuthentication asked) {
    return new Authentication(schemes, delegatedSchemes, compressions, ownTypes, peerTypes, asked);
  }
}
