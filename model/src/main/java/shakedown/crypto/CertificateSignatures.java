package shakedown.crypto;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import shakedown.wire.Hash;
import shakedown.wire.KeyType;
import shakedown.wire.SignatureScheme;

/** The signature algorithms of certificates, as the schemes that handshakes call them. */
final class CertificateSignatures {
  private static final ImmutableBiMap<ASN1ObjectIdentifier, SignatureScheme> SCHEMES =
      ImmutableBiMap.<ASN1ObjectIdentifier, SignatureScheme>builder()
          .put(PKCSObjectIdentifiers.sha1WithRSAEncryption, SignatureScheme.RSA_PKCS1_SHA1)
          .put(PKCSObjectIdentifiers.sha256WithRSAEncryption, SignatureScheme.RSA_PKCS1_SHA256)
          .put(PKCSObjectIdentifiers.sha384WithRSAEncryption, SignatureScheme.RSA_PKCS1_SHA384)
          .put(PKCSObjectIdentifiers.sha512WithRSAEncryption, SignatureScheme.RSA_PKCS1_SHA512)
          .put(X9ObjectIdentifiers.ecdsa_with_SHA1, SignatureScheme.ECDSA_SHA1)
          .put(X9ObjectIdentifiers.ecdsa_with_SHA256, SignatureScheme.ECDSA_SECP256R1_SHA256)
          .put(X9ObjectIdentifiers.ecdsa_with_SHA384, SignatureScheme.ECDSA_SECP384R1_SHA384)
          .put(X9ObjectIdentifiers.ecdsa_with_SHA512, SignatureScheme.ECDSA_SECP521R1_SHA512)
          .put(KeyTypes.ED25519, SignatureScheme.ED25519)
          .put(KeyTypes.ED448, SignatureScheme.ED448)
          .put(NISTObjectIdentifiers.id_ml_dsa_44, SignatureScheme.MLDSA44)
          .put(NISTObjectIdentifiers.id_ml_dsa_65, SignatureScheme.MLDSA65)
          .put(NISTObjectIdentifiers.id_ml_dsa_87, SignatureScheme.MLDSA87)
          .buildOrThrow();

  private static final ImmutableBiMap<ASN1ObjectIdentifier, Hash> HASHES =
      ImmutableBiMap.of(
          NISTObjectIdentifiers.id_sha256, Hash.SHA256,
          NISTObjectIdentifiers.id_sha384, Hash.SHA384,
          NISTObjectIdentifiers.id_sha512, Hash.SHA512);

  /** Of OIW, from before PKCS #1 had a number for it. */
  private static final ASN1ObjectIdentifier OLD_SHA1_WITH_RSA =
      new ASN1ObjectIdentifier("1.3.14.3.2.29");

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

  /** Nothing if the salt is not as long as the hash, or is masked with another. */
  private static Optional<SignatureScheme> pss(RSASSAPSSparams parameters) {
    ASN1ObjectIdentifier digest = parameters.getHashAlgorithm().getAlgorithm();
    var mask = AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
    return Optional.ofNullable(HASHES.get(digest))
        .filter(_ -> mask.getAlgorithm().equals(digest))
        .filter(hash -> parameters.getSaltLength().equals(BigInteger.valueOf(hash.length())))
        .flatMap(CertificateSignatures::pss);
  }

  /** A certificate doesn't say whether the issuer's key is for RSASSA-PSS only. */
  private static Optional<SignatureScheme> pss(Hash hash) {
    return switch (hash) {
      case SHA1 -> Optional.empty();
      case SHA256 -> Optional.of(SignatureScheme.RSA_PSS_RSAE_SHA256);
      case SHA384 -> Optional.of(SignatureScheme.RSA_PSS_RSAE_SHA384);
      case SHA512 -> Optional.of(SignatureScheme.RSA_PSS_RSAE_SHA512);
    };
  }

  /** What a certificate calls a scheme that it is signed with. */
  static AlgorithmIdentifier algorithm(SignatureScheme scheme) {
    ASN1ObjectIdentifier name = SCHEMES.inverse().get(scheme);
    if (name == null) {
      return pss(scheme);
    }
    // RFC 4055 5: RSA has parameters, and they are NULL.
    return scheme.isRsaPkcs1()
        ? new AlgorithmIdentifier(name, DERNull.INSTANCE)
        : new AlgorithmIdentifier(name);
  }

  private static ASN1ObjectIdentifier name(Hash hash) {
    return requireNonNull(HASHES.inverse().get(hash));
  }

  private static AlgorithmIdentifier pss(SignatureScheme scheme) {
    Hash hash =
        switch (scheme.code()) {
          case 0x0804, 0x0809 -> Hash.SHA256;
          case 0x0805, 0x080a -> Hash.SHA384;
          case 0x0806, 0x080b -> Hash.SHA512;
          default -> throw new IllegalArgumentException(scheme + " signs no certificates");
        };
    var digest = new AlgorithmIdentifier(name(hash), DERNull.INSTANCE);
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_RSASSA_PSS,
        new RSASSAPSSparams(
            digest,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest),
            new ASN1Integer(hash.length()),
            RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
  }

  /** Whether a certificate's contents are signed with this key. */
  static boolean verifies(
      byte[] issuerKey, SignatureScheme scheme, byte[] contents, byte[] signature) {
    boolean pss = PublicKey.of(issuerKey).filter(key -> key.type() == KeyType.RSA_PSS).isPresent();
    return Signatures.verifies(issuerKey, pss ? ofPssKey(scheme) : scheme, contents, signature);
  }

  /** The same scheme with a key that is for RSASSA-PSS only. */
  private static SignatureScheme ofPssKey(SignatureScheme scheme) {
    return switch (scheme.code()) {
      case 0x0804 -> SignatureScheme.RSA_PSS_PSS_SHA256;
      case 0x0805 -> SignatureScheme.RSA_PSS_PSS_SHA384;
      case 0x0806 -> SignatureScheme.RSA_PSS_PSS_SHA512;
      default -> scheme;
    };
  }
}
