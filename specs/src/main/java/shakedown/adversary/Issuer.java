package shakedown.adversary;

import com.google.common.collect.ImmutableList;
import shakedown.adversary.Term.Op;
import shakedown.crypto.Status.Standing;
import shakedown.pki.Identity;
import shakedown.pki.Trust;
import shakedown.wire.KeyType;
import shakedown.wire.Value;

/**
 * A symbolic certificate authority. Its root issues an intermediate, and that the certificates of
 * hosts; none of them ever expires.
 */
public record Issuer(Terms terms, String name) {
  /** Trust in this authority and no other. */
  public Trust trust() {
    return new Trust(ImmutableList.of(authority(name, name)), 0);
  }

  /** A key and a chain for a host. */
  public Identity issue(String host, KeyType keyType) {
    String intermediate = intermediate();
    CertificateForm form = CertificateForm.host(host, intermediate, keyType);
    Term leaf = form.certificate(terms, publicKey(host, keyType), publicKey(intermediate));
    return new Identity(
        ImmutableList.of(leaf, authority(intermediate, name)), privateKey(host), keyType);
  }

  /** The key of a host alone. */
  public Identity bare(String host, KeyType keyType) {
    return Identity.of(publicKey(host, keyType), privateKey(host), keyType);
  }

  /** An OCSP response about a certificate of a host. */
  public Value respond(Value certificate, Standing standing) {
    return terms.of(Op.STATUS, standing, certificate, publicKey(intermediate()));
  }

  private String intermediate() {
    return name + "'s intermediate";
  }

  private Term authority(String subject, String issuer) {
    CertificateForm form = CertificateForm.authority(subject, issuer);
    return form.certificate(terms, publicKey(subject), publicKey(issuer));
  }

  private Term publicKey(String authority) {
    return publicKey(authority, KeyType.ECDSA_P256);
  }

  private Term publicKey(String of, KeyType type) {
    return terms.of(Op.PUBLIC_KEY, type, privateKey(of));
  }

  private Term privateKey(String of) {
    return terms.name("private key of " + of);
  }
}
