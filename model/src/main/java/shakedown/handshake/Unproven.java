package shakedown.handshake;

import static shakedown.rules.Rule.CERTIFICATE_IS_READABLE;
import static shakedown.rules.Rule.CERTIFICATE_TYPE_NEGOTIATED;
import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.EXTENSION_WAS_OFFERED;
import static shakedown.rules.Rule.RAW_PUBLIC_KEY_IS_ALONE;
import static shakedown.rules.Rule.SIGNATURE_IS_VALID;
import static shakedown.rules.Rule.VERIFY_RSA_IS_PSS;
import static shakedown.rules.Rule.VERIFY_SCHEME_FITS_KEY;
import static shakedown.rules.Rule.VERIFY_SCHEME_OFFERED;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import shakedown.crypto.Transcript;
import shakedown.pki.Chain;
import shakedown.pki.Evidence;
import shakedown.wire.Bearer;
import shakedown.wire.CertificateEntry;
import shakedown.wire.CertificateType;
import shakedown.wire.Extension.StapledStatus;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extensions;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * A peer of TLS 1.3 that has shown who it is, but not that it holds the key.
 *
 * @param offered the schemes that it was told to sign with
 * @param transcript all messages up to the one that showed the chain
 */
public record Unproven(
    Proof proof, Evidence shown, ImmutableList<SignatureScheme> offered, Transcript transcript) {
  /**
   * Takes what a certificate message that is not empty shows.
   *
   * @param type what it is to show
   * @param asked what the message may answer: a ClientHello or a CertificateRequest
   */
  public static Step shown(
      Certificate certificate,
      CertificateType type,
      Extensions asked,
      Context context,
      Function<Evidence, Step> next) {
    Optional<Evidence> shown =
        Evidence.of(type, certificate.certificates(), context.crypto())
            .map(plain -> stapled(plain, certificate, asked));
    return context
        .require(
            CERTIFICATE_TYPE_NEGOTIATED,
            () -> context.policy().authentication().peerTypes().contains(type))
        .require(RAW_PUBLIC_KEY_IS_ALONE, () -> isAlone(certificate, type))
        .require(EXTENSIONS_UNIQUE, () -> all(certificate, Extensions::areUnique))
        .require(
            EXTENSION_WAS_OFFERED, () -> all(certificate, each -> Answers.areAsked(each, asked)))
        .require(
            EXTENSION_IN_ITS_PLACE, () -> all(certificate, each -> each.areIn(Bearer.CERTIFICATE)))
        .then(() -> shown.map(next).orElseGet(() -> Step.abort(CERTIFICATE_IS_READABLE)));
  }

  /** With the OCSP response of the leaf, where one was asked for (RFC 8446 4.4.2.1). */
  private static Evidence stapled(Evidence shown, Certificate certificate, Extensions asked) {
    Optional<StapledStatus> status =
        certificate.chain().getFirst().extensions().find(StapledStatus.class);
    return shown instanceof Chain chain && asked.has(StatusRequest.class)
        ? chain.withStaple(status.map(StapledStatus::response).orElse(null))
        : shown;
  }

  private static boolean isAlone(Certificate certificate, CertificateType type) {
    return !type.equals(CertificateType.RAW_PUBLIC_KEY) || certificate.chain().size() == 1;
  }

  /** Whether this holds of the extensions of every entry. */
  private static boolean all(Certificate certificate, Predicate<Extensions> question) {
    return certificate.chain().stream().map(CertificateEntry::extensions).allMatch(question);
  }

  /** Holds what was shown and the signature against all that must hold of them. */
  public Judgement judged(CertificateVerify verify, Context context) {
    return shownJudged(context)
        .require(VERIFY_SCHEME_OFFERED, () -> offered.contains(verify.scheme()))
        .require(VERIFY_RSA_IS_PSS, () -> verify.scheme().isFor13())
        .require(VERIFY_SCHEME_FITS_KEY, () -> fitsKey(verify.scheme()))
        .require(SIGNATURE_IS_VALID, () -> isSigned(verify, context));
  }

  /** Holds what was shown alone against it, where the signature did not come. */
  public Judgement judgedUnsigned(Context context) {
    return shownJudged(context).skipped(SIGNATURE_IS_VALID);
  }

  private Judgement shownJudged(Context context) {
    return proof.signer() == Role.SERVER
        ? ChainJudgement.ofServer(shown, context)
        : ChainJudgement.ofClient(shown, context);
  }

  private boolean fitsKey(SignatureScheme scheme) {
    return scheme.fits(shown.keyType(), Version.TLS13);
  }

  private boolean isSigned(CertificateVerify verify, Context context) {
    return proof.isIn(verify, shown.publicKey(), transcript, context);
  }
}
