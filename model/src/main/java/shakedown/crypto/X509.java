package shakedown.crypto;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;

/** Certificates in X.509 (RFC 5280 4). */
final class X509 {
  private X509() {}

  /** Nothing if the octets are no certificate, or its key is of no type that the model knows. */
  static Optional<Facts> facts(byte[] octets) {
    return parsed(octets).flatMap(X509::facts);
  }

  private static Optional<Facts> facts(Certificate certificate) {
    try {
      byte[] info = certificate.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER);
      Optional<PublicKey> key = PublicKey.of(info);
      return key.isEmpty()
          ? Optional.empty()
          : Optional.of(facts(certificate, Octets.of(info), key.get().type()));
    } catch (IOException | RuntimeException noCertificate) {
      return Optional.empty();
    }
  }

  private static Facts facts(Certificate certificate, Octets publicKey, KeyType keyType) {
    var extensions = new CertificateExtensions(certificate.getTBSCertificate().getExtensions());
    return new Facts(
        DistinguishedNames.subject(certificate.getSubject(), extensions.names()),
        new Facts.Issued(
            certificate.getIssuer().toString(),
            CertificateSignatures.digest(certificate.getSignatureAlgorithm())),
        publicKey,
        keyType,
        new Facts.Validity(seconds(certificate.getStartDate()), seconds(certificate.getEndDate())),
        extensions.usage(),
        extensions.authority(),
        extensions.unknownCritical());
  }

  /** Whether the certificate is signed with this key. */
  static boolean certified(byte[] issuerKey, byte[] octets) {
    Optional<Certificate> certificate = parsed(octets);
    Optional<SignatureScheme> scheme = certificate.flatMap(X509::scheme);
    if (certificate.isEmpty() || scheme.isEmpty()) {
      return false;
    }
    try {
      byte[] signed = certificate.get().getTBSCertificate().getEncoded(ASN1Encoding.DER);
      byte[] signature = certificate.get().getSignature().getOctets();
      return CertificateSignatures.verifies(issuerKey, scheme.get(), signed, signature);
    } catch (IOException | RuntimeException noCertificate) {
      return false;
    }
  }

  /**
   * How a certificate is signed; nothing if it is none, or in a way that the model doesn't know.
   */
  static Optional<SignatureScheme> scheme(byte[] octets) {
    return parsed(octets).flatMap(X509::scheme);
  }

  private static Optional<SignatureScheme> scheme(Certificate certificate) {
    boolean agree =
        certificate.getSignatureAlgorithm().equals(certificate.getTBSCertificate().getSignature());
    return agree
        ? CertificateSignatures.scheme(certificate.getSignatureAlgorithm())
        : Optional.empty();
  }

  private static Optional<Certificate> parsed(byte[] octets) {
    try {
      Certificate certificate = Certificate.getInstance(octets);
      // Another encoding of the same would have another transcript under the same signature.
      return Arrays.equals(certificate.getEncoded(ASN1Encoding.DER), octets)
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (IOException | RuntimeException noCertificate) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return Optional.empty();
    }
  }

  private static long seconds(Time time) {
    return time.getDate().toInstant().getEpochSecond();
  }
}
