package shakedown.crypto;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;

/**
 * A certificate in X.509 (RFC 5280 4).
 *
 * @param facts null if its key is of no type that the model knows, or an extension is garbled
 * @param scheme how it is signed; null if in a way that the model doesn't know
 */
record X509(
    @Nullable Facts facts, @Nullable SignatureScheme scheme, Octets signed, Octets signature) {
  /** As many as a busy endpoint sees again and again; stacks keep what they have read, too. */
  private static final int MOST_KEPT = 256;

  /** What is kept makes no difference but in time: reading is a function. */
  private static final LoadingCache<Octets, Optional<X509>> READ =
      CacheBuilder.newBuilder().maximumSize(MOST_KEPT).build(CacheLoader.from(X509::read));

  private static final LoadingCache<Claim, Boolean> CERTIFIED =
      CacheBuilder.newBuilder().maximumSize(MOST_KEPT).build(CacheLoader.from(Claim::holds));

  /** That a certificate is signed with a key. */
  private record Claim(Octets issuerKey, Octets certificate) {
    boolean holds() {
      return of(certificate).filter(read -> read.isSignedWith(Octets.bytes(issuerKey))).isPresent();
    }
  }

  /** Nothing if the octets are no certificate, or its key is of no type that the model knows. */
  static Optional<Facts> facts(Octets octets) {
    return of(octets).flatMap(read -> Optional.ofNullable(read.facts()));
  }

  /** Whether the certificate is signed with this key; the JDK keeps what it has verified, too. */
  static boolean certified(Octets issuerKey, Octets octets) {
    return CERTIFIED.getUnchecked(new Claim(issuerKey, octets));
  }

  /**
   * How a certificate is signed; nothing if it is none, or in a way that the model doesn't know.
   */
  static Optional<SignatureScheme> scheme(Octets octets) {
    return of(octets).flatMap(read -> Optional.ofNullable(read.scheme()));
  }

  private static Optional<X509> of(Octets octets) {
    return READ.getUnchecked(octets);
  }

  private boolean isSignedWith(byte[] issuerKey) {
    return scheme != null
        && CertificateSignatures.verifies(
            issuerKey, scheme, Octets.bytes(signed), Octets.bytes(signature));
  }

  private static Optional<X509> read(Octets octets) {
    try {
      Certificate certificate = Certificate.getInstance(Octets.bytes(octets));
      // Another encoding of the same would have another transcript under the same signature.
      return Arrays.equals(certificate.getEncoded(ASN1Encoding.DER), Octets.bytes(octets))
          ? Optional.of(read(certificate))
          : Optional.empty();
    } catch (IOException | RuntimeException noCertificate) {
      // The parsers of Bouncy Castle throw whatever they come across.
      return Optional.empty();
    }
  }

  private static X509 read(Certificate certificate) throws IOException {
    return new X509(
        readFacts(certificate).orElse(null),
        readScheme(certificate).orElse(null),
        Octets.of(certificate.getTBSCertificate().getEncoded(ASN1Encoding.DER)),
        Octets.of(certificate.getSignature().getOctets()));
  }

  private static Optional<Facts> readFacts(Certificate certificate) throws IOException {
    byte[] info = certificate.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER);
    try {
      return PublicKey.of(info).map(key -> facts(certificate, Octets.of(info), key.type()));
    } catch (RuntimeException garbled) {
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

  /** It is named twice, inside the signature and outside (RFC 5280 4.1.1.2). */
  private static Optional<SignatureScheme> readScheme(Certificate certificate) {
    try {
      return certificate
              .getSignatureAlgorithm()
              .equals(certificate.getTBSCertificate().getSignature())
          ? CertificateSignatures.scheme(certificate.getSignatureAlgorithm())
          : Optional.empty();
    } catch (RuntimeException garbled) {
      return Optional.empty();
    }
  }

  private static long seconds(Time time) {
    return time.getDate().toInstant().getEpochSecond();
  }
}
