package shakedown.crypto;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import shakedown.wire.SignatureScheme;

/** The signature algorithms of certificates, as the schemes that handshakes call them. */
final class CertificateSignatures {
  /** RFC 8410 3. */
  static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  /** Of OIW, from before PKCS #1 had a number for it. */
  private static final ASN1ObjectIdentifier OLD_SHA1_WITH_RSA =
      new ASN1ObjectIdentifier("1.3.14.3.2.29");

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

  private static final ImmutableMap<ASN1ObjectIdentifier, Facts.Digest> WEAK =
      ImmutableMap.of(
          PKCSObjectIdentifiers.md2WithRSAEncryption,
          Facts.Digest.MD5,
          PKCSObjectIdentifiers.md4WithRSAEncryption,
          Facts.Digest.MD5,
          PKCSObjectIdentifiers.md5WithRSAEncryption,
          Facts.Digest.MD5,
          PKCSObjectIdentifiers.sha1WithRSAEncryption,
          Facts.Digest.SHA1,
          OLD_SHA1_WITH_RSA,
          Facts.Digest.SHA1,
          X9ObjectIdentifiers.ecdsa_with_SHA1,
          Facts.Digest.SHA1,
          X9ObjectIdentifiers.id_dsa_with_sha1,
          Facts.Digest.SHA1,
          X509ObjectIdentifiers.id_SHA1,
          Facts.Digest.SHA1);

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

  /**
   * What the signature's hash is worth.
   *
   * @throws RuntimeException of any type, if parameters are garbled
   */
  static Facts.Digest digest(AlgorithmIdentifier algorithm) {
    ASN1ObjectIdentifier number = algorithm.getAlgorithm();
    ASN1ObjectIdentifier hash =
        number.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
            ? RSASSAPSSparams.getInstance(algorithm.getParameters())
                .getHashAlgorithm()
                .getAlgorithm()
            : number;
    return WEAK.getOrDefault(hash, Facts.Digest.SOUND);
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
