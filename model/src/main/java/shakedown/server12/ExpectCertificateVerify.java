package shakedown.server12;

import static shakedown.rules.Rule.CERTIFICATE_VERIFY_CAME;
import static shakedown.rules.Rule.SIGNATURE_IS_VALID;
import static shakedown.rules.Rule.TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT;
import static shakedown.rules.Rule.VERIFY_SCHEME_FITS_KEY;
import static shakedown.rules.Rule.VERIFY_SCHEME_OFFERED;

import com.google.common.collect.ImmutableList;
import shakedown.handshake.ChainJudgement;
import shakedown.handshake.Context;
import shakedown.handshake.Input;
import shakedown.handshake.Input.Received;
import shakedown.handshake.Keyed12;
import shakedown.handshake.Step;
import shakedown.pki.Chain;
import shakedown.pki.Purpose;
import shakedown.wire.Content.SignedMessages;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ChangeCipherSpec;

/** The client has shown a chain, but not that it holds the key (RFC 5246 7.4.8). */
record ExpectCertificateVerify(Keyed12 keyed, Chain chain) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    String shown = chain.leaf().subject().name();
    return switch (input) {
      case Received(CertificateVerify verify) ->
          ChainJudgement.of(chain, Purpose.client12(), context)
              .require(
                  VERIFY_SCHEME_OFFERED, () -> context.policy().schemes().contains(verify.scheme()))
              .require(VERIFY_SCHEME_FITS_KEY, () -> verify.scheme().fits(chain.leaf().keyType()))
              .require(SIGNATURE_IS_VALID, () -> isSigned(verify, context))
              .prove(shown, peer -> Step.to(new ExpectChangeCipherSpec(keyed.heard(verify), peer)));
      case Received(ChangeCipherSpec _) ->
          ChainJudgement.of(chain, Purpose.client12(), context)
              .require(CERTIFICATE_VERIFY_CAME, () -> false)
              .skipped(SIGNATURE_IS_VALID)
              .prove(shown, peer -> new ExpectChangeCipherSpec(keyed, peer).on(input, context));
      default -> otherwise(input);
    };
  }

  private boolean isSigned(CertificateVerify verify, Context context) {
    var content =
        new SignedMessages(
            context.covered(
                TLS12_CERTIFICATE_VERIFY_COVERS_TRANSCRIPT,
                keyed.transcript().messages(),
                ImmutableList.of()));
    return context
        .crypto()
        .verifies(chain.leaf().publicKey(), verify.scheme(), content, verify.signature());
  }
}
