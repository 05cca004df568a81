package shakedown.handshake;

import static shakedown.rules.Rule.CERTIFICATE_IS_READABLE;
import static shakedown.rules.Rule.EXTENSIONS_UNIQUE;
import static shakedown.rules.Rule.EXTENSION_IN_ITS_PLACE;
import static shakedown.rules.Rule.EXTENSION_WAS_OFFERED;
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
import shakedown.wire.Bearer;
import shakedown.wire.Extension.StapledStatus;
import shakedown.wire.Extension.StatusRequest;
import shakedown.wire.Extensions;
import shakedown.wire.Message.Certificate;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.Entry;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Version;

/**
 * A peer of TLS 1.3 that has shown a chain, but not that it holds the key.
 *
 * @param offered the schemes that it was told to sign with
 * @param transcript all messages up to the one that showed the chain
 */
public record Unproven(
    Proof proof, Chain chain, ImmutableList<SignatureScheme> offered, Transcript transcript) {
  /**
   * Takes the chain of a certificate message that is not empty.
   *
   * @param asked what the message may answer: a ClientHello or a CertificateRequest
   */
  public static Step shown(
      Certificate certificate, Extensions asked, Context context, Function<Chain, Step> next) {
    Optional<Chain> chain =
        Chain.of(certificate.certificates(), context.crypto())
            .map(plain -> stapled(plain, certificate, asked));
    return chain.isEmpty()
        ? Step.abort(CERTIFICATE_IS_READABLE)
        : context
            .require(EXTENSIONS_UNIQUE, () -> all(certificate, Extensions::areUnique))
            .require(
                EXTENSION_WAS_OFFERED,
                () -> all(certificate, each -> Answers.areAsked(each, asked)))
            .require(
                EXTENSION_IN_ITS_PLACE,
                () -> all(certificate, each -> each.areIn(Bearer.CERTIFICATE)))
            .then(() -> next.apply(chain.get()));
  }

  /** With the OCSP response of the leaf, where one was asked for (RFC 8446 4.4.2.1). */
  private static Chain stapled(Chain chain, Certificate certificate, Extensions asked) {
    Optional<StapledStatus> status =
        certificate.chain().getFirst().extensions().find(StapledStatus.class);
    return asked.has(StatusRequest.class)
        ? chain.withStaple(status.map(StapledStatus::response).orElse(null))
        : chain;
  }

  /** Whether this holds of the extensions of every entry. */
  private static boolean all(Certificate certificate, Predicate<Extensions> question) {
    return certificate.chain().stream().map(Entry::extensions).allMatch(question);
  }

  /** Holds the chain and the signature against all that must hold of them. */
  public Judgement judged(CertificateVerify verify, Context context) {
    return chainJudged(context)
        .require(VERIFY_SCHEME_OFFERED, () -> offered.contains(verify.scheme()))
        .require(VERIFY_RSA_IS_PSS, () -> verify.scheme().isFor13())
        .require(VERIFY_SCHEME_FITS_KEY, () -> fitsKey(verify.scheme()))
        .require(SIGNATURE_IS_VALID, () -> isSigned(verify, context));
  }

  /** Holds the chain alone against it, where the signature did not come. */
  public Judgement judgedUnsigned(Context context) {
    return chainJudged(context).skipped(SIGNATURE_IS_VALID);
  }

  private Judgement chainJudged(Context context) {
    return proof.signer() == Role.SERVER
        ? ChainJudgement.ofServer(chain, context)
        : ChainJudgement.ofClient(chain, context);
  }

  private boolean fitsKey(SignatureScheme scheme) {
    return scheme.fits(chain.leaf().keyType(), Version.TLS13);
  }

  private boolean isSigned(CertificateVerify verify, Context context) {
    return proof.isIn(verify, chain.leaf().publicKey(), transcript, context);
  }
}
