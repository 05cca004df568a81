package shakedown.client12;

import static shakedown.rules.Rule.TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import shakedown.handshake.Context;
import shakedown.handshake.Flight;
import shakedown.pki.Identity;
import shakedown.wire.CertificateType;
import shakedown.wire.ClientCertificateType;
import shakedown.wire.Content.SignedMessages;
import shakedown.wire.Message.Certificate12;
import shakedown.wire.Message.CertificateRequest12;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Remembered;
import shakedown.wire.SignatureScheme;

/** What a client of TLS 1.2 answers to a CertificateRequest (RFC 5246 7.4.6, 7.4.8). */
record ClientCertificate(Optional<Signer> signer) {
  private record Signer(Identity identity, SignatureScheme scheme) {}

  /** Nobody, if the client has no identity that can sign as the server wants it. */
  static ClientCertificate to(CertificateRequest12 request, CertificateType type, Context context) {
    return new ClientCertificate(
        context.policy().schemes().stream()
            .filter(scheme -> scheme.isFor12() && request.schemes().contains(scheme))
            .flatMap(scheme -> fitting(scheme, request, context.credentials().identities(type)))
            .findFirst());
  }

  private static Stream<Signer> fitting(
      SignatureScheme scheme, CertificateRequest12 request, Stream<Identity> selves) {
    return selves
        .filter(identity -> scheme.fits(identity.keyType()))
        .filter(identity -> request.types().contains(ClientCertificateType.of(identity.keyType())))
        .map(identity -> new Signer(identity, scheme));
  }

  /** Whom the client shows itself to be. */
  String name(Context context) {
    return signer
        .map(each -> each.identity().name(context.trust(), context.crypto()))
        .orElse(Remembered.ANYONE);
  }

  Certificate12 certificate() {
    return signer
        .map(each -> new Certificate12(each.identity().type(), each.identity().chain()))
        .orElseGet(() -> new Certificate12(ImmutableList.of()));
  }

  /** Signs all that was said so far, if there is who signs. */
  Flight verify(Flight flight, Context context) {
    return signer.map(each -> flight.say(signed(each, flight, context))).orElse(flight);
  }

  private static CertificateVerify signed(Signer signer, Flight flight, Context context) {
    var content =
        new SignedMessages(
            context.covered(
                TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT,
                flight.transcript().messages(),
                ImmutableList.of()));
    return new CertificateVerify(
        signer.scheme(),
        context.crypto().sign(signer.identity().privateKey(), signer.scheme(), content));
  }
}
