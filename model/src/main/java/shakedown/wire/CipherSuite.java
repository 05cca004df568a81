package shakedown.wire;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;

/** A cipher suite as on the wire; unknown code points stay what they are. */
public record CipherSuite(int code) {
  public static final CipherSuite TLS_AES_128_GCM_SHA256 = new CipherSuite(0x1301);
  public static final CipherSuite TLS_AES_256_GCM_SHA384 = new CipherSuite(0x1302);
  public static final CipherSuite TLS_CHACHA20_POLY1305_SHA256 = new CipherSuite(0x1303);
  public static final CipherSuite TLS_RSA_WITH_AES_128_GCM_SHA256 = new CipherSuite(0x009c);
  public static final CipherSuite TLS_RSA_WITH_AES_256_GCM_SHA384 = new CipherSuite(0x009d);
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 = new CipherSuite(0xc02b);
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 = new CipherSuite(0xc02c);
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 = new CipherSuite(0xc02f);
  public static final CipherSuite TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 = new CipherSuite(0xc030);
  public static final CipherSuite TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 =
      new CipherSuite(0xcca8);
  public static final CipherSuite TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 =
      new CipherSuite(0xcca9);

  /** Says "no renegotiation so far" where an extension can't (RFC 5746 3.3). */
  public static final CipherSuite TLS_EMPTY_RENEGOTIATION_INFO_SCSV = new CipherSuite(0x00ff);

  /** Says that the hello is a second try, at a lower version (RFC 7507). */
  public static final CipherSuite TLS_FALLBACK_SCSV = new CipherSuite(0x5600);

  private record Parts(int code, String name, KeyExchange exchange, Aead aead, Hash hash) {}

  private static final ImmutableMap<Integer, Parts> KNOWN =
      Maps.uniqueIndex(
          Arrays.asList(
              part(0x1301, "TLS_AES_128_GCM_SHA256", KeyExchange.TLS13),
              part(0x1302, "TLS_AES_256_GCM_SHA384", KeyExchange.TLS13),
              part(0x1303, "TLS_CHACHA20_POLY1305_SHA256", KeyExchange.TLS13),
              part(0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256", KeyExchange.RSA),
              part(0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384", KeyExchange.RSA),
              part(0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", KeyExchange.ECDHE_ECDSA),
              part(0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", KeyExchange.ECDHE_ECDSA),
              part(0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", KeyExchange.ECDHE_RSA),
              part(0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", KeyExchange.ECDHE_RSA),
              part(0xcca8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", KeyExchange.ECDHE_RSA),
              part(
                  0xcca9,
                  "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                  KeyExchange.ECDHE_ECDSA)),
          Parts::code);

  private static Parts part(int code, String name, KeyExchange exchange) {
    Aead aead =
        name.contains("AES_128_GCM")
            ? Aead.AES_128_GCM
            : name.contains("AES_256_GCM") ? Aead.AES_256_GCM : Aead.CHACHA20_POLY1305;
    return new Parts(code, name, exchange, aead, name.endsWith("384") ? Hash.SHA384 : Hash.SHA256);
  }

  /** Whether the model can speak it. */
  public boolean isKnown() {
    return KNOWN.containsKey(code);
  }

  /** Whether it belongs to TLS 1.3, known or not (RFC 8446 B.4). */
  public boolean isFor13() {
    return code >> 8 == 0x13;
  }

  public KeyExchange keyExchange() {
    return parts().exchange();
  }

  public Aead aead() {
    return parts().aead();
  }

  public Hash hash() {
    return parts().hash();
  }

  private Parts parts() {
    Parts parts = KNOWN.get(code);
    if (parts == null) {
      throw new IllegalArgumentException(this + " is no suite of the model");
    }
    return parts;
  }

  @Override
  public String toString() {
    Parts parts = KNOWN.get(code);
    return parts == null ? "suite " + Integer.toHexString(code) : parts.name();
  }
}
