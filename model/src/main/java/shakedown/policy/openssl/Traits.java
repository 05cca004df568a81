package shakedown.policy.openssl;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import shakedown.wire.CipherSuite;
import shakedown.wire.KeyExchange;
import shakedown.wire.KeyExchange.Proof;
import shakedown.wire.RecordCipher;

/** A cipher suite before TLS 1.3 as the words of a cipher string see it (openssl-ciphers(1)). */
record Traits(CipherSuite suite, KeyExchange exchange, RecordCipher cipher) {

  /** The version that brought a suite, as {@code openssl ciphers -v} shows it. */
  enum Since {
    SSL3,
    TLS1,
    TLS12
  }

  /** What authenticates the server. */
  enum Authentication {
    RSA,
    ECDSA,
    PSK,
    NULL
  }

  /** The suites of the model that OpenSSL 3.0 has, the highest code point first. */
  static final ImmutableList<Traits> ALL =
      CipherSuite.known().reverse().stream()
          .filter(suite -> !suite.isFor13())
          .map(suite -> new Traits(suite, suite.keyExchange(), suite.cipher()))
          .filter(Traits::isInOpenssl)
          .collect(toImmutableList());

  /** Neither export suites nor shares in certificates have outlived OpenSSL 1.0.2. */
  private boolean isInOpenssl() {
    return switch (exchange) {
      case RSA_EXPORT, DHE_RSA_EXPORT, ECDH_RSA, ECDH_ECDSA, TLS13 -> false;
      default -> true;
    };
  }

  boolean has(String opensslName) {
    return suite.opensslName().equals(opensslName);
  }

  Authentication authentication() {
    if (exchange.proof() == Proof.NONE) {
      return exchange.isPreShared() ? Authentication.PSK : Authentication.NULL;
    }
    return exchange.proof() == Proof.ECDSA_SIGNATURE ? Authentication.ECDSA : Authentication.RSA;
  }

  /** Ephemeral over a curve, but for pre-shared keys. */
  boolean isEcdhe() {
    return exchange == KeyExchange.ECDHE_ECDSA
        || exchange == KeyExchange.ECDHE_RSA
        || exchange == KeyExchange.ECDH_ANON;
  }

  /** Ephemeral over a finite field, but for pre-shared keys. */
  boolean isDhe() {
    return exchange == KeyExchange.DHE_RSA || exchange == KeyExchange.DH_ANON;
  }

  boolean isAes() {
    return cipher.name().startsWith("AES");
  }

  boolean isNull() {
    return cipher == RecordCipher.NULL_SHA256;
  }

  boolean isCcm() {
    return cipher.name().contains("CCM");
  }

  boolean isGcm() {
    return cipher.name().contains("GCM");
  }

  boolean isCcm8() {
    return cipher.name().endsWith("CCM_8");
  }

  boolean isChacha20() {
    return cipher == RecordCipher.CHACHA20_POLY1305;
  }

  /**
   * Whether records carry a MAC of this hash.
   *
   * @param hash as it ends a cipher's name, as {@code SHA}
   */
  boolean hasMac(String hash) {
    return !cipher.isAead() && cipher.name().endsWith("_" + hash);
  }

  /** How many bits its cipher is worth. */
  int strength() {
    return 8 * cipher.keyLength();
  }

  /** Whether {@code DEFAULT} has it. */
  boolean isDefault() {
    return authentication() != Authentication.NULL && !isNull() && !isCcm();
  }

  /** Which version brought it; where pre-shared keys are, OpenSSL counts from TLS 1.0. */
  Since since() {
    if (cipher.isAead() || (!exchange.isPreShared() && !hasMac("SHA"))) {
      return Since.TLS12;
    }
    boolean isOld = hasMac("SHA") && !isEcdhe() && exchange != KeyExchange.ECDHE_PSK;
    return isOld ? Since.SSL3 : Since.TLS1;
  }

  /** Whether a security level lets it be (SSL_CTX_set_security_level(3)). */
  boolean isWithin(int level) {
    if (level == 0) {
      return true;
    }
    return strength() >= bits(level)
        && authentication() != Authentication.NULL
        && (level < 4 || !hasMac("SHA"))
        && (level < 3 || exchange.isEphemeral());
  }

  /** The least strength in bits of a security level. */
  static int bits(int level) {
    return switch (level) {
      case 0 -> 0;
      case 1 -> 80;
      case 2 -> 112;
      case 3 -> 128;
      case 4 -> 192;
      default -> 256;
    };
  }
}
