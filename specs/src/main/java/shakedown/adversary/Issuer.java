package shakedown.adversary;

import com.google.common.collect.ImmutableList;
import shakedown.adversary.Term.Op;
import shakedown.crypto.Facts;
import shakedown.pki.Identity;
import shakedown.pki.Trust;
import shakedown.wire.KeyType;

/** A symbolic certificate authority: hands out keys with certificates that never expire. */
public record Issuer(Terms terms, String name) {
  private static final Facts.Validity ALWAYS = new Facts.Validity(0, Long.MAX_VALUE);

  /** Trust in this authority and no other. */
  public Trust trust() {
    var form =
        new CertificateForm(name, name, ImmutableList.of(), KeyType.ECDSA_P256, ALWAYS, true);
    Term key = publicKey(name);
    return new Trust(ImmutableList.of(form.certificate(terms, key, key)), 0);
  }

  /** A key and a certificate for a host. */
  public Identity issue(String host, KeyType keyType) {
    var form = new CertificateForm(host, name, ImmutableList.of(host), keyType, ALWAYS, false);
    Term certificate = form.certificate(terms, publicKey(host), publicKey(name));
    return new Identity(ImmutableList.of(certificate), privateKey(host), keyType);
  }

  private Term publicKey(String of) {
    return terms.of(Op.PUBLIC_KEY, "", privateKey(of));
  }

  private Term privateKey(String of) {
    return terms.name("private key of " + of);
  }
}
