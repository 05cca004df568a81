package shakedown.client13;

import static shakedown.handshake.Answers.Place.CERTIFICATE;
import static shakedown.rules.Rule.CERTIFICATE_DECOMPRESSES;
import static shakedown.rules.Rule.CERTIFICATE_IS_READABLE;
import static shakedown.rules.Rule.COMPRESSION_WAS_OFFERED;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.EXTENSION_WAS_OFFERED;
import static shakedown.rules.Rule.SERVER_CERTIFICATE_NOT_EMPTY;

import java.util.Optional;
import shakedown.handshake.Answers;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.pki.Chain;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.ClientHello;
import shakedown.wire.Message.CompressedCertificate;

/** RFC 8446 A.1: WAIT_CERT_CR, without a request so far. */
record ExpectCertificate(Keyed keyed) implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    return switch (input) {
      case Received(Certificate certificate) ->
          shown(certificate, keyed.heard(certificate), context);
      case Received(CompressedCertificate compressed) ->
          context
              .require(
                  COMPRESSION_WAS_OFFERED,
                  () -> context.policy().compressions().contains(compressed.algorithm()))
              .then(() -> decompressed(compressed, context));
      default -> otherwise(input);
    };
  }

  /** The transcript holds the message as it came (RFC 8879 4). */
  private Step decompressed(CompressedCertificate compressed, Context context) {
    Optional<Certificate> certificate =
        context.crypto().decompress(compressed.algorithm(), compressed.content());
    return certificate.isEmpty()
        ? Step.abort(CERTIFICATE_DECOMPRESSES)
        : shown(certificate.get(), keyed.heard(compressed), context);
  }

  private static Step shown(Certificate certificate, Keyed heard, Context context) {
    if (certificate.chain().isEmpty()) {
      return Step.abort(SERVER_CERTIFICATE_NOT_EMPTY);
    }
    Optional<Chain> chain = Chain.of(certificate.certificates(), context.crypto());
    return chain.isEmpty()
        ? Step.abort(CERTIFICATE_IS_READABLE)
        : context
            .require(EXTENSION_WAS_OFFERED, () -> areAsked(certificate, heard.agreed().client()))
            .require(EXTENSION_IN_ITS_PLACE, () -> areInPlace(certificate, heard.agreed().client()))
            .then(() -> Step.to(new ExpectCertificateVerify(heard, chain.get())));
  }

  private static boolean areAsked(Certificate certificate, ClientHello hello) {
    return certificate.chain().stream()
        .allMatch(entry -> Answers.areAsked(entry.extensions(), hello));
  }

  private static boolean areInPlace(Certificate certificate, ClientHello hello) {
    return certificate.chain().stream()
        .allMatch(entry -> Answers.areIn(CERTIFICATE, entry.extensions(), hello));
  }
}
