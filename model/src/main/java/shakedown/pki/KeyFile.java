package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import shakedown.crypto.PrivateKey;

/** A private key in PEM: PKCS #8 (RFC 5958), SEC 1 (RFC 5915) or PKCS #1 (RFC 8017 A.1.2). */
final class KeyFile {
  private static final String PARAMETERS = "EC PARAMETERS";

  private KeyFile() {}

  /**
   * The one key in a file.
   *
   * @throws CertificateFileError if there is none, more than one, or none of a type that is known
   */
  static PrivateKey read(Path file) throws CertificateFileError {
    return key(file, Pem.objects(file));
  }

  /**
   * The one key among what a file holds.
   *
   * @throws CertificateFileError if there is none, more than one, or none of a type that is known
   */
  static PrivateKey key(Path file, ImmutableList<PemObject> objects) throws CertificateFileError {
    // OpenSSL writes the curve's name before the key, which has it too.
    ImmutableList<PemObject> keys =
        objects.stream()
            .filter(object -> !object.getType().equals(PARAMETERS))
            .collect(ImmutableList.toImmutableList());
    if (keys.size() != 1) {
      throw new CertificateFileError(file, "has " + keys.size() + " objects; expected one key");
    }
    PemObject key = keys.getFirst();
    return wrapped(file, key)
        .flatMap(PrivateKey::of)
        .orElseThrow(
            () ->
                new CertificateFileError(
                    file, "no key that is known here; expected RSA, ECDSA P-256 or Ed25519"));
  }

  /** As PKCS #8, whatever it came as. */
  private static Optional<byte[]> wrapped(Path file, PemObject key) throws CertificateFileError {
    return switch (key.getType()) {
      case "PRIVATE KEY" -> Optional.of(key.getContent());
      case "EC PRIVATE KEY" -> fromSec1(key.getContent());
      case "RSA PRIVATE KEY" -> fromPkcs1(key.getContent());
      case "ENCRYPTED PRIVATE KEY" ->
          throw new CertificateFileError(file, "is encrypted; expected a key in the clear");
      default -> throw Pem.unexpected(file, key, "a private key");
    };
  }

  private static Optional<byte[]> fromSec1(byte[] octets) {
    try {
      ECPrivateKey key = ECPrivateKey.getInstance(octets);
      ASN1Encodable curve = key.getParametersObject();
      return info(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
    } catch (IOException | RuntimeException garbled) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> fromPkcs1(byte[] octets) {
    try {
      var rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
      return info(rsa, ASN1Primitive.fromByteArray(octets));
    } catch (IOException | RuntimeException garbled) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> info(AlgorithmIdentifier algorithm, ASN1Encodable key)
      throws IOException {
    return Optional.of(new PrivateKeyInfo(algorithm, key).getEncoded());
  }
}
