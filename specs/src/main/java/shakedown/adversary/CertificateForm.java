package shakedown.adversary;

import shakedown.adversary.Term.Op;
import shakedown.crypto.Facts;
import shakedown.wire.KeyType;

/** What of a symbolic certificate is no value; its key and its issuer's are arguments. */
record CertificateForm(
    Facts.Subject subject,
    String issuer,
    KeyType keyType,
    Facts.Usage usage,
    Facts.Authority authority) {

  /** A host's, that may do whatever a key of its type can do. */
  static CertificateForm host(String host, String issuer, KeyType keyType) {
    return new CertificateForm(
        Facts.Subject.of(host, host), issuer, keyType, Facts.Usage.ANY, Facts.Authority.NONE);
  }

  static CertificateForm authority(String name, String issuer) {
    return new CertificateForm(
        Facts.Subject.of(name),
        issuer,
        KeyType.ECDSA_P256,
        Facts.Usage.ANY,
        Facts.Authority.UNLIMITED);
  }

  Term certificate(Terms terms, Term publicKey, Term issuerKey) {
    return terms.of(Op.CERTIFICATE, this, publicKey, issuerKey);
  }

  /** Such a certificate never expires. */
  Facts facts(Term publicKey) {
    return Facts.of(subject, issuer, publicKey, keyType).withUsage(usage).withAuthority(authority);
  }

  @Override
  public String toString() {
    return subject.name();
  }
}
