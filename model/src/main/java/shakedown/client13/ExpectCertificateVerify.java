package shakedown.client13;

import static shakedown.rules.Rule.SIGNATURE_COVERS_TRANSCRIPT;
import static shakedown.rules.Rule.SIGNATURE_IS_VALID;
import static shakedown.rules.Rule.VERIFY_RSA_IS_PSS;
import static shakedown.rules.Rule.VERIFY_SCHEME_FITS_KEY;
import static shakedown.rules.Rule.VERIFY_SCHEME_OFFERED;

import shakedown.handshake.ChainJudgement;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Step;
import shakedown.pki.Chain;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;
import shakedown.wire.Version;

/** The peer has shown a chain, but not that it holds the key (RFC 8446 A.1: WAIT_CV). */
record ExpectCertificateVerify(Keyed keyed, Chain chain) implements Client13 {
  @Override
  public Step on(Input input, Context context) {
    String meant = context.policy().host();
    return switch (input) {
      case Received(CertificateVerify verify) ->
          ChainJudgement.ofServer(chain, context)
              .require(VERIFY_SCHEME_OFFERED, () -> keyed.offers(verify.scheme()))
              .require(VERIFY_RSA_IS_PSS, () -> verify.scheme().isFor13())
              .require(VERIFY_SCHEME_FITS_KEY, () -> fitsKey(verify.scheme()))
              .require(SIGNATURE_IS_VALID, () -> isSigned(verify, context))
              .prove(meant, peer -> Step.to(new ExpectFinished(keyed.heard(verify), peer, false)));
      default -> otherwise(input);
    };
  }

  private boolean fitsKey(SignatureScheme scheme) {
    return scheme.fits(chain.leaf().keyType(), Version.TLS13);
  }

  private boolean isSigned(CertificateVerify verify, Context context) {
    Value covered = context.covered(SIGNATURE_COVERS_TRANSCRIPT, () -> keyed.digest(context));
    var content = new SignedTranscript(SignedTranscript.SERVER, covered);
    Value key = chain.leaf().publicKey();
    return context.crypto().verifies(key, verify.scheme(), content, verify.signature());
  }
}
