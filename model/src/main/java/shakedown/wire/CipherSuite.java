package shakedown.wire;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A cipher suite as on the wire; unknown code points stay what they are. */
public record CipherSuite(int code) {
  public static final CipherSuite TLS_RSA_EXPORT_WITH_RC4_40_MD5 =
      KnownSuite.TLS_RSA_EXPORT_WITH_RC4_40_MD5.suite();
  public static final CipherSuite TLS_RSA_EXPORT_WITH_DES40_CBC_SHA =
      KnownSuite.TLS_RSA_EXPORT_WITH_DES40_CBC_SHA.suite();
  public static final CipherSuite TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA =
      KnownSuite.TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA.suite();
  public static final CipherSuite TLS_RSA_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_RSA_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_DH_anon_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_DH_anon_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_RSA_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_RSA_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_DH_anon_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_DH_anon_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_RSA_WITH_NULL_SHA256 =
      KnownSuite.TLS_RSA_WITH_NULL_SHA256.suite();
  public static final CipherSuite TLS_RSA_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_RSA_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_RSA_WITH_AES_256_CBC_SHA256 =
      KnownSuite.TLS_RSA_WITH_AES_256_CBC_SHA256.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 =
      KnownSuite.TLS_DHE_RSA_WITH_AES_256_CBC_SHA256.suite();
  public static final CipherSuite TLS_DH_anon_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_DH_anon_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_DH_anon_WITH_AES_256_CBC_SHA256 =
      KnownSuite.TLS_DH_anon_WITH_AES_256_CBC_SHA256.suite();
  public static final CipherSuite TLS_PSK_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_PSK_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_PSK_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_PSK_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_DHE_PSK_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_DHE_PSK_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_RSA_PSK_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_RSA_PSK_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_RSA_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_RSA_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_RSA_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_RSA_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_DHE_RSA_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_DHE_RSA_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_DH_anon_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_DH_anon_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_DH_anon_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_DH_anon_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_PSK_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_PSK_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_PSK_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_PSK_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_DHE_PSK_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_RSA_PSK_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_RSA_PSK_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_PSK_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_PSK_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_PSK_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_PSK_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_DHE_PSK_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_DHE_PSK_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_RSA_PSK_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_RSA_PSK_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_AES_128_GCM_SHA256 =
      KnownSuite.TLS_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_AES_256_GCM_SHA384 =
      KnownSuite.TLS_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_AES_128_CCM_SHA256 =
      KnownSuite.TLS_AES_128_CCM_SHA256.suite();
  public static final CipherSuite TLS_AES_128_CCM_8_SHA256 =
      KnownSuite.TLS_AES_128_CCM_8_SHA256.suite();
  public static final CipherSuite TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDH_RSA_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_ECDH_RSA_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDH_RSA_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_ECDH_RSA_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDH_anon_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_ECDH_anon_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDH_anon_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_ECDH_anon_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256 =
      KnownSuite.TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256.suite();
  public static final CipherSuite TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384 =
      KnownSuite.TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384.suite();
  public static final CipherSuite TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA =
      KnownSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA =
      KnownSuite.TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA.suite();
  public static final CipherSuite TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256 =
      KnownSuite.TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384 =
      KnownSuite.TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384.suite();
  public static final CipherSuite TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_PSK_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_PSK_WITH_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256.suite();
  public static final CipherSuite TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256 =
      KnownSuite.TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256.suite();

  /** Says "no renegotiation so far" where an extension can't (RFC 5746 3.3). */
  public static final CipherSuite TLS_EMPTY_RENEGOTIATION_INFO_SCSV = new CipherSuite(0x00ff);

  /** Says that this is not the first attempt, nor the client's best version (RFC 7507 3). */
  public static final CipherSuite TLS_FALLBACK_SCSV = new CipherSuite(0x5600);

  private static final ImmutableList<CipherSuite> KNOWN =
      KnownSuite.BY_CODE.values().stream().map(KnownSuite::suite).collect(toImmutableList());

  /** All suites that the model knows, by code point; those that are signals are none. */
  public static ImmutableList<CipherSuite> known() {
    return KNOWN;
  }

  /** The suite of this registered name; nothing if the model knows none. */
  public static Optional<CipherSuite> named(String name) {
    return Optional.ofNullable(KnownSuite.BY_NAME.get(name)).map(KnownSuite::suite);
  }

  /** The suite that OpenSSL calls so; nothing if the model knows none. */
  public static Optional<CipherSuite> namedByOpenssl(String name) {
    return Optional.ofNullable(KnownSuite.BY_OPENSSL_NAME.get(name)).map(KnownSuite::suite);
  }

  /** Whether it has a key exchange, a cipher and a hash that the model knows. */
  public boolean isKnown() {
    return KnownSuite.BY_CODE.containsKey(code);
  }

  /** Whether it belongs to TLS 1.3, known or not (RFC 8446 B.4). */
  public boolean isFor13() {
    return code >> 8 == 0x13;
  }

  /** Whether a published attack needs it: nobody signs, or anyone can read. */
  public boolean isWeak() {
    return cipher().isWeak() || keyExchange().isWeak();
  }

  /** Whether the keys of certificates open no record of the past. */
  public boolean isForwardSecret() {
    return keyExchange().isEphemeral();
  }

  /** Whether a client may send under it before the server has finished (RFC 7918 5.1, 5.2). */
  public boolean allowsFalseStart() {
    return cipher().isAead() && keyExchange().isSigned() && isForwardSecret() && !isWeak();
  }

  public KeyExchange keyExchange() {
    return table().keyExchange();
  }

  public RecordCipher cipher() {
    return table().cipher();
  }

  /** Of HKDF or the PRF. */
  public Hash hash() {
    return table().hash();
  }

  /** What OpenSSL calls it, as in its cipher strings. */
  public String opensslName() {
    return table().opensslName();
  }

  private KnownSuite table() {
    KnownSuite known = KnownSuite.BY_CODE.get(code);
    if (known == null) {
      throw new IllegalArgumentException(this + " is no suite of the model");
    }
    return known;
  }

  @Override
  public String toString() {
    KnownSuite known = KnownSuite.BY_CODE.get(code);
    if (known != null) {
      return known.name();
    }
    return switch (code) {
      case 0x00ff -> "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";
      case 0x5600 -> "TLS_FALLBACK_SCSV";
      default -> "suite " + Integer.toHexString(code);
    };
  }
}
