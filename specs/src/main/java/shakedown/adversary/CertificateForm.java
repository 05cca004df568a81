package shakedown.adversary;

import com.google.common.collect.ImmutableList;
import shakedown.adversary.Term.Op;
import shakedown.crypto.Facts;
import shakedown.wire.KeyType;

/** What of a symbolic certificate is no value; its key and its issuer's are arguments. */
record CertificateForm(
    String subject,
    String issuer,
    ImmutableList<String> names,
    KeyType keyType,
    Facts.Validity validity,
    boolean authority) {

  Term certificate(Terms terms, Term publicKey, Term issuerKey) {
    return terms.of(Op.CERTIFICATE, this, publicKey, issuerKey);
  }

  Facts facts(Term publicKey) {
    return new Facts(subject, issuer, names, publicKey, keyType, validity, authority);
  }

  @Override
  public String toString() {
    return subject;
  }
}
