package shakedown.crypto;

import com.google.common.collect.ImmutableMap;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;
import shakedown.wire.Hash;
import shakedown.wire.SignatureScheme;

/** What each scheme means (RFC 8446 4.2.3); MD5 is refused, so its scheme is not here. */
final class SignatureMethods {
  private static final byte[] NO_CONTEXT = {};

  static final ImmutableMap<SignatureScheme, SignatureMethod> BY_SCHEME =
      ImmutableMap.<SignatureScheme, SignatureMethod>builder()
          .put(SignatureScheme.RSA_PKCS1_SHA1, new RsaPkcs1(Hash.SHA1))
          .put(SignatureScheme.RSA_PKCS1_SHA256, new RsaPkcs1(Hash.SHA256))
          .put(SignatureScheme.RSA_PKCS1_SHA384, new RsaPkcs1(Hash.SHA384))
          .put(SignatureScheme.RSA_PKCS1_SHA512, new RsaPkcs1(Hash.SHA512))
          .put(SignatureScheme.ECDSA_SHA1, new Ecdsa(Hash.SHA1))
          .put(SignatureScheme.ECDSA_SECP256R1_SHA256, new Ecdsa(Hash.SHA256))
          .put(SignatureScheme.ECDSA_SECP384R1_SHA384, new Ecdsa(Hash.SHA384))
          .put(SignatureScheme.ECDSA_SECP521R1_SHA512, new Ecdsa(Hash.SHA512))
          .put(SignatureScheme.RSA_PSS_RSAE_SHA256, new RsaPss(Hash.SHA256))
          .put(SignatureScheme.RSA_PSS_RSAE_SHA384, new RsaPss(Hash.SHA384))
          .put(SignatureScheme.RSA_PSS_RSAE_SHA512, new RsaPss(Hash.SHA512))
          .put(SignatureScheme.RSA_PSS_PSS_SHA256, new RsaPss(Hash.SHA256))
          .put(SignatureScheme.RSA_PSS_PSS_SHA384, new RsaPss(Hash.SHA384))
          .put(SignatureScheme.RSA_PSS_PSS_SHA512, new RsaPss(Hash.SHA512))
          .put(SignatureScheme.ED25519, new PureSignature(Ed25519Signer::new))
          .put(SignatureScheme.ED448, new PureSignature(() -> new Ed448Signer(NO_CONTEXT)))
          .put(SignatureScheme.MLDSA44, new PureSignature(MLDSASigner::new))
          .put(SignatureScheme.MLDSA65, new PureSignature(MLDSASigner::new))
          .put(SignatureScheme.MLDSA87, new PureSignature(MLDSASigner::new))
          .buildOrThrow();

  private SignatureMethods() {}
}
