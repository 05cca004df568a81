package shakedown.pki;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import shakedown.wire.Octets;
import shakedown.wire.Value;

/**
 * A certificate to be issued. Whoever has the same name has the same key, unless another is given.
 *
 * @param key whose key it certifies
 * @param signer whose key signs it
 * @param from in seconds since 1970 UTC
 * @param until in seconds since 1970 UTC
 */
record Draft(
    String subject,
    String issuer,
    String key,
    String signer,
    long from,
    long until,
    ImmutableList<Extension> extensions,
    Digest digest) {
  enum Digest {
    SHA256,
    SHA1,
    MD5
  }

  private static final Map<String, KeyPair> KEYS = new HashMap<>();

  /** Holds in 2030. */
  static Draft of(String subject, String issuer) {
    return new Draft(
        subject,
        issuer,
        subject,
        issuer,
        Chains.INSTANT - 1_000_000,
        Chains.INSTANT + 1_000_000,
        ImmutableList.of(),
        Digest.SHA256);
  }

  static Draft authority(String subject, String issuer) {
    return of(subject, issuer)
        .with(Extension.basicConstraints, new BasicConstraints(true))
        .with(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  static Draft host(String host, String issuer) {
    return of(host, issuer)
        .with(Extension.basicConstraints, new BasicConstraints(false))
        .with(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature))
        .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .named(new GeneralName(GeneralName.dNSName, host));
  }

  Draft named(GeneralName... names) {
    return with(Extension.subjectAlternativeName, new GeneralNames(names));
  }

  Draft constrained(GeneralName[] permitted, GeneralName[] excluded) {
    return with(Extension.nameConstraints, new NameConstraints(trees(permitted), trees(excluded)));
  }

  /** An empty sequence would be malformed. */
  private static GeneralSubtree @Nullable [] trees(GeneralName[] tops) {
    return tops.length == 0
        ? null
        : Arrays.stream(tops).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
  }

  /** With this extension, critical but for the names, in place of one of its type. */
  Draft with(ASN1ObjectIdentifier type, ASN1Encodable value) {
    try {
      boolean critical = !type.equals(Extension.subjectAlternativeName);
      var extensions = ImmutableList.<Extension>builder().addAll(without(type).extensions());
      extensions.add(Extension.create(type, critical, value));
      return extended(extensions.build());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Draft without(ASN1ObjectIdentifier type) {
    return extended(
        extensions.stream()
            .filter(each -> !each.getExtnId().equals(type))
            .collect(ImmutableList.toImmutableList()));
  }

  private Draft extended(ImmutableList<Extension> others) {
    return new Draft(subject, issuer, key, signer, from, until, others, digest);
  }

  Draft signedBy(String other) {
    return new Draft(subject, issuer, key, other, from, until, extensions, digest);
  }

  /** Certifies another's key. */
  Draft keyed(String other) {
    return new Draft(subject, issuer, other, signer, from, until, extensions, digest);
  }

  Draft during(long start, long end) {
    return new Draft(subject, issuer, key, signer, start, end, extensions, digest);
  }

  Draft hashed(Digest other) {
    return new Draft(subject, issuer, key, signer, from, until, extensions, other);
  }

  Value issued() {
    try {
      V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
      body.setSerialNumber(new ASN1Integer(BigInteger.valueOf(1 + (hashCode() & 0xffff))));
      body.setIssuer(new X500Name("CN=" + issuer));
      body.setSubject(new X500Name("CN=" + subject));
      body.setStartDate(time(from));
      body.setEndDate(time(until));
      var generator = new ExtensionsGenerator();
      extensions.forEach(generator::addExtension);
      body.setExtensions(generator.generate());
      body.setSignature(algorithm());
      body.setSubjectPublicKeyInfo(
          SubjectPublicKeyInfo.getInstance(keys(key, "EC").getPublic().getEncoded()));
      return Octets.of(signed(body.generateTBSCertificate()));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Time time(long seconds) {
    return new Time(Date.from(Instant.ofEpochSecond(seconds)));
  }

  private byte[] signed(TBSCertificate body) throws IOException, GeneralSecurityException {
    Signature signature =
        Signature.getInstance(digest == Digest.MD5 ? "MD5withRSA" : digest + "withECDSA");
    signature.initSign(keys(signer, digest == Digest.MD5 ? "RSA" : "EC").getPrivate());
    signature.update(body.getEncoded(ASN1Encoding.DER));
    return new DERSequence(
            new ASN1Encodable[] {body, algorithm(), new DERBitString(signature.sign())})
        .getEncoded(ASN1Encoding.DER);
  }

  private AlgorithmIdentifier algorithm() {
    return switch (digest) {
      case SHA256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
      case SHA1 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA1);
      case MD5 ->
          new AlgorithmIdentifier(PKCSObjectIdentifiers.md5WithRSAEncryption, DERNull.INSTANCE);
    };
  }

  static synchronized KeyPair keys(String whose, String algorithm) {
    return KEYS.computeIfAbsent(whose + " " + algorithm, _ -> made(algorithm));
  }

  private static KeyPair made(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? 256 : 2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
