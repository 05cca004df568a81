package shakedown.handshake;

import static shakedown.rules.Rule.SIGNATURE_COVERS_TRANSCRIPT;
import static shakedown.rules.Rule.SIGNATURE_NAMES_ROLE;

import shakedown.crypto.Transcript;
import shakedown.wire.Content.SignedTranscript;
import shakedown.wire.Hash;
import shakedown.wire.Message.CertificateVerify;
import shakedown.wire.Role;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/**
 * What the CertificateVerify of one side of TLS 1.3 signs (RFC 8446 4.4.3).
 *
 * @param hash of the suite
 */
public record Proof(Role signer, Hash hash) {
  public CertificateVerify by(
      Value privateKey, SignatureScheme scheme, Transcript before, Context context) {
    return new CertificateVerify(
        scheme, context.crypto().sign(privateKey, scheme, content(before, context)));
  }

  public boolean isIn(CertificateVerify seen, Value publicKey, Transcript before, Context context) {
    return context
        .crypto()
        .verifies(publicKey, seen.scheme(), content(before, context), seen.signature());
  }

  private SignedTranscript content(Transcript before, Context context) {
    String role = signer == Role.SERVER ? SignedTranscript.SERVER : SignedTranscript.CLIENT;
    return new SignedTranscript(
        context.covered(SIGNATURE_NAMES_ROLE, role, ""),
        context.covered(SIGNATURE_COVERS_TRANSCRIPT, () -> before.digest(context.crypto(), hash)));
  }
}
