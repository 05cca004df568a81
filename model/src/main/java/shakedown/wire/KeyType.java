package shakedown.wire;

/** What kind of public key a certificate holds. */
public enum KeyType {
  RSA,
  /** On the curve secp256r1. */
  ECDSA_P256,
  ED25519
}
