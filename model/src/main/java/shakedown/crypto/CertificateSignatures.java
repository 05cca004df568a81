package shakedown.crypto;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import shakedown.wire.SignatureScheme;

/** The signature algorithms of certificates, as the schemes that handshakes call them. */
final class CertificateSignatures {
  /** RFC 8410 3. */
  static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private static final ImmutableMap<ASN1ObjectIdentifier, SignatureScheme> SCHEMES =
      ImmutableMap.of(
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          SignatureScheme.RSA_PKCS1_SHA256,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          SignatureScheme.RSA_PKCS1_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          SignatureScheme.ECDSA_SECP256R1_SHA256,
          ED25519,
          SignatureScheme.ED25519);

  private CertificateSignatures() {}

  /**
   * Nothing for an algorithm that the model doesn't know.
   *
   * @throws RuntimeException of any type, if parameters are garbled
   */
  static Optional<SignatureScheme> scheme(AlgorithmIdentifier algorithm) {
    return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
        ? pss(RSASSAPSSparams.getInstance(algorithm.getParameters()))
        : Optional.ofNullable(SCHEMES.get(algorithm.getAlgorithm()));
  }

  private static Optional<SignatureScheme> pss(RSASSAPSSparams parameters) {
    ASN1ObjectIdentifier hash = parameters.getHashAlgorithm().getAlgorithm();
    int salt = parameters.getSaltLength().intValueExact();
    if (hash.equals(NISTObjectIdentifiers.id_sha256) && salt == 32) {
      return Optional.of(SignatureScheme.RSA_PSS_RSAE_SHA256);
    }
    return hash.equals(NISTObjectIdentifiers.id_sha384) && salt == 48
        ? Optional.of(SignatureScheme.RSA_PSS_RSAE_SHA384)
        : Optional.empty();
  }
}
