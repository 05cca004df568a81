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
import shakedown.pki.Evidence;
import shakedown.pki.Purpose;
import shakedown.wire.Content.SignedMessages;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Message.ChangeCipherSpec;

/** The client has shown who it is, but not that it holds the key (RFC 5246 7.4.8). */
record ExpectCertificateVerify(Keyed12 keyed, Evidence client) implements Server12 {
  @Override
  public Step on(Input input, Context context) {
    String shown = client.name(context.trust(), context.crypto());
    return switch (input) {
      case Received(CertificateVerify verify) ->
          ChainJudgement.of(client, Purpose.client12(), context)
              .require(
                  VERIFY_SCHEME_OFFERED, () -> context.policy().schemes().contains(verify.scheme()))
              .require(VERIFY_SCHEME_FITS_KEY, () -> verify.scheme().fits(client.keyType()))
              .require(SIGNATURE_IS_VALID, () -> isSigned(verify, context))
              .prove(shown, peer -> Step.to(new ExpectChangeCipherSpec(keyed.heard(verify), peer)));
      case Received(ChangeCipherSpec _) ->
          ChainJudgement.of(client, Purpose.client12(), context)
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
        .verifies(client.publicKey(), verify.scheme(), content, verify.signature());
  }
}
