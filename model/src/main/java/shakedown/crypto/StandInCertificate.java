package shakedown.crypto;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import shakedown.wire.KeyType;
import shakedown.wire.Octets;
import shakedown.wire.SignatureScheme;
import shakedown.wire.Value;

/**
 * A certificate that looks like another.
 *
 * @param key what it certifies
 * @param issuer what it is signed with
 */
record StandInCertificate(Certificate original, PrivateKey key, PrivateKey issuer) {
  /** Of no meaning: takes the room that a longer key or signature had (RFC 5280 4.2). */
  private static final ASN1ObjectIdentifier PADDING = new ASN1ObjectIdentifier("2.5.29.255");

  /** What an extension takes beside its octets. */
  private static final int PADDING_OVERHEAD = 12;

  private static final Time YEAR_2000 = new Time(new DERUTCTime("000101000000Z"));
  private static final Time YEAR_2100 = new Time(new DERGeneralizedTime("21000101000000Z"));

  /** The certificate, as long as the original where that was longer. */
  Value issued(Seed seed) {
    try {
      byte[] plain = issued(original.getTBSCertificate().getExtensions(), seed);
      int missing = original.getEncoded(ASN1Encoding.DER).length - plain.length;
      return Octets.of(
          missing > PADDING_OVERHEAD ? issued(padded(missing - PADDING_OVERHEAD), seed) : plain);
    } catch (IOException e) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", e);
    }
  }

  private byte[] issued(Extensions extensions, Seed seed) throws IOException {
    TBSCertificate before = original.getTBSCertificate();
    V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
    body.setSerialNumber(before.getSerialNumber());
    body.setIssuer(before.getIssuer());
    body.setSubject(before.getSubject());
    body.setStartDate(before.getStartDate());
    body.setEndDate(before.getEndDate());
    body.setExtensions(extensions);
    return signed(body, key, issuer, seed);
  }

  private Extensions padded(int octets) throws IOException {
    var generator = new ExtensionsGenerator();
    Extensions before = original.getTBSCertificate().getExtensions();
    if (before != null) {
      for (ASN1ObjectIdentifier each : before.getExtensionOIDs()) {
        generator.addExtension(before.getExtension(each));
      }
    }
    generator.addExtension(PADDING, false, new DEROctetString(new byte[octets]));
    return generator.generate();
  }

  /** A self-signed certificate of an authority. */
  static Value root(X500Name name, PrivateKey key, Seed seed) {
    try {
      var generator = new ExtensionsGenerator();
      generator.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
      body.setSerialNumber(new ASN1Integer(BigInteger.ONE));
      body.setIssuer(name);
      body.setSubject(name);
      body.setStartDate(YEAR_2000);
      body.setEndDate(YEAR_2100);
      body.setExtensions(generator.generate());
      return Octets.of(signed(body, key, key, seed));
    } catch (IOException e) {
      throw new IllegalArgumentException("a name that cannot be encoded: " + name, e);
    }
  }

  private static byte[] signed(
      V3TBSCertificateGenerator body, PrivateKey key, PrivateKey issuer, Seed seed)
      throws IOException {
    AlgorithmIdentifier algorithm = CertificateSignatures.algorithm(scheme(issuer.type()));
    body.setSignature(algorithm);
    body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(Octets.bytes(key.publicKey())));
    TBSCertificate certified = body.generateTBSCertificate();
    byte[] signature =
        Signatures.sign(
            issuer,
            scheme(issuer.type()),
            certified.getEncoded(ASN1Encoding.DER),
            length -> seed.octets("certificate signature", length));
    return new DERSequence(new ASN1Encodable[] {certified, algorithm, new DERBitString(signature)})
        .getEncoded(ASN1Encoding.DER);
  }

  private static SignatureScheme scheme(KeyType type) {
    return switch (type) {
      case RSA -> SignatureScheme.RSA_PKCS1_SHA256;
      case RSA_PSS -> SignatureScheme.RSA_PSS_PSS_SHA256;
      case ECDSA_P256 -> SignatureScheme.ECDSA_SECP256R1_SHA256;
      case ECDSA_P384 -> SignatureScheme.ECDSA_SECP384R1_SHA384;
      case ECDSA_P521 -> SignatureScheme.ECDSA_SECP521R1_SHA512;
      case ED25519 -> SignatureScheme.ED25519;
      case ED448 -> SignatureScheme.ED448;
      case ML_DSA_44 -> SignatureScheme.MLDSA44;
      case ML_DSA_65 -> SignatureScheme.MLDSA65;
      case ML_DSA_87 -> SignatureScheme.MLDSA87;
    };
  }
}
