package shakedown.wire;

/** How a cipher suite agrees on keys, and what signs. */
public enum KeyExchange {
  /** Settled by extensions, not by the suite (RFC 8446 B.4). */
  TLS13(Sharing.NEGOTIATED, Proof.NEGOTIATED, false),
  /** RFC 8422. */
  ECDHE_ECDSA(Sharing.CURVE, Proof.ECDSA_SIGNATURE, false),
  /** RFC 8422. */
  ECDHE_RSA(Sharing.CURVE, Proof.RSA_SIGNATURE, false),
  /** RFC 5246 7.4.3, RFC 7919. */
  DHE_RSA(Sharing.FINITE_FIELD, Proof.RSA_SIGNATURE, false),
  /** Key transport (RFC 5246 7.4.7.1). */
  RSA(Sharing.ENCRYPTED, Proof.DECRYPTION, false),
  /** RFC 4279 2. */
  PSK(Sharing.NONE, Proof.NONE, true),
  /** RFC 4279 3. */
  DHE_PSK(Sharing.FINITE_FIELD, Proof.NONE, true),
  /** RFC 5489 2. */
  ECDHE_PSK(Sharing.CURVE, Proof.NONE, true),
  /** RFC 4279 4. */
  RSA_PSK(Sharing.ENCRYPTED, Proof.DECRYPTION, true),
  /** Nobody signs (RFC 5246 F.1.1.1). */
  DH_ANON(Sharing.FINITE_FIELD, Proof.NONE, false),
  /** Nobody signs (RFC 8422 2.3). */
  ECDH_ANON(Sharing.CURVE, Proof.NONE, false),
  /** The share is in the certificate (RFC 4492 2.3). */
  ECDH_RSA(Sharing.FIXED, Proof.AGREEMENT, false),
  /** The share is in the certificate (RFC 4492 2.1). */
  ECDH_ECDSA(Sharing.FIXED, Proof.AGREEMENT, false),
  /** Key transport to a signed key of 512 bits (RFC 2246 7.4.3): FREAK. */
  RSA_EXPORT(Sharing.ENCRYPTED, Proof.RSA_SIGNATURE, false),
  /** A group of 512 bits (RFC 2246 7.4.3): Logjam. */
  DHE_RSA_EXPORT(Sharing.FINITE_FIELD, Proof.RSA_SIGNATURE, false);

  /** Where the premaster secret comes from, but for a pre-shared key. */
  public enum Sharing {
    NEGOTIATED,
    /** Both bring shares of a curve. */
    CURVE,
    /** Both bring shares of a finite field. */
    FINITE_FIELD,
    /** The client's share meets that in the server's certificate. */
    FIXED,
    /** The client chooses it and encrypts it. */
    ENCRYPTED,
    /** Nowhere: the pre-shared key is all. */
    NONE
  }

  /** How a server shows that it holds the key of its certificate. */
  public enum Proof {
    NEGOTIATED,
    RSA_SIGNATURE,
    ECDSA_SIGNATURE,
    /** By using what only it can decrypt. */
    DECRYPTION,
    /** By using what only it can agree on. */
    AGREEMENT,
    /** It has no certificate. */
    NONE
  }

  private final Sharing sharing;
  private final Proof proof;
  private final boolean preShared;

  KeyExchange(Sharing sharing, Proof proof, boolean preShared) {
    this.sharing = sharing;
    this.proof = proof;
    this.preShared = preShared;
  }

  public Sharing sharing() {
    return sharing;
  }

  public Proof proof() {
    return proof;
  }

  /** Whether a pre-shared key is part of the premaster secret (RFC 4279 2). */
  public boolean isPreShared() {
    return preShared;
  }

  /** Whether the server shows a certificate. */
  public boolean isCertified() {
    return proof != Proof.NONE;
  }

  /** Whether ServerKeyExchange is signed. */
  public boolean isSigned() {
    return proof == Proof.RSA_SIGNATURE || proof == Proof.ECDSA_SIGNATURE;
  }

  /** Whether nobody shows who he is (RFC 5246 F.1.1.1). */
  public boolean isAnonymous() {
    return proof == Proof.NONE && !preShared;
  }

  /** Whether ServerKeyExchange brings a key, without which there is none (RFC 5246 7.4.3). */
  public boolean needsServerKeyExchange() {
    return sharing == Sharing.CURVE || sharing == Sharing.FINITE_FIELD || this == RSA_EXPORT;
  }

  /** Whether both sides bring fresh shares: forward secrecy. */
  public boolean isEphemeral() {
    return sharing == Sharing.NEGOTIATED
        || sharing == Sharing.CURVE
        || sharing == Sharing.FINITE_FIELD;
  }

  /** Whether published attacks need it: nobody signs, or what is agreed on can be found out. */
  public boolean isWeak() {
    return switch (this) {
      case DH_ANON, ECDH_ANON, ECDH_RSA, ECDH_ECDSA, RSA_EXPORT, DHE_RSA_EXPORT -> true;
      default -> false;
    };
  }

  /** Whether a server with a key of this type can speak it. */
  public boolean fits(KeyType key) {
    return switch (proof) {
      case NEGOTIATED, NONE -> true;
      case RSA_SIGNATURE -> key.isRsa();
      case DECRYPTION -> key == KeyType.RSA;
      // EdDSA is negotiated under the name of ECDSA (RFC 8422 5.1.3).
      case ECDSA_SIGNATURE -> key.isEcdsa() || key.isEdwards();
      case AGREEMENT -> key.isEcdsa();
    };
  }
}
