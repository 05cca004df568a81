package shakedown.crypto;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import shakedown.wire.KeyType;

/** How X.509 calls the types of keys (RFC 3279 2.3, RFC 5480 2.1.1, RFC 8410 3, RFC 9881 2). */
final class KeyTypes {
  static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");
  static final ASN1ObjectIdentifier ED448 = new ASN1ObjectIdentifier("1.3.101.113");

  private static final ImmutableMap<ASN1ObjectIdentifier, KeyType> ALGORITHMS =
      ImmutableMap.<ASN1ObjectIdentifier, KeyType>builder()
          .put(PKCSObjectIdentifiers.rsaEncryption, KeyType.RSA)
          .put(PKCSObjectIdentifiers.id_RSASSA_PSS, KeyType.RSA_PSS)
          .put(ED25519, KeyType.ED25519)
          .put(ED448, KeyType.ED448)
          .put(NISTObjectIdentifiers.id_ml_dsa_44, KeyType.ML_DSA_44)
          .put(NISTObjectIdentifiers.id_ml_dsa_65, KeyType.ML_DSA_65)
          .put(NISTObjectIdentifiers.id_ml_dsa_87, KeyType.ML_DSA_87)
          .buildOrThrow();

  private static final ImmutableMap<ASN1ObjectIdentifier, KeyType> CURVES =
      ImmutableMap.of(
          SECObjectIdentifiers.secp256r1, KeyType.ECDSA_P256,
          SECObjectIdentifiers.secp384r1, KeyType.ECDSA_P384,
          SECObjectIdentifiers.secp521r1, KeyType.ECDSA_P521);

  private KeyTypes() {}

  /**
   * The type of a key with this algorithm. Nothing for one that the model doesn't know, nor for a
   * curve that is spelt out, as was forbidden too late (RFC 5480 2.1.1).
   */
  static Optional<KeyType> of(AlgorithmIdentifier algorithm) {
    return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        ? Optional.ofNullable(algorithm.getParameters())
            .filter(ASN1ObjectIdentifier.class::isInstance)
            .map(curve -> CURVES.get((ASN1ObjectIdentifier) curve))
        : Optional.ofNullable(ALGORITHMS.get(algorithm.getAlgorithm()));
  }
}
