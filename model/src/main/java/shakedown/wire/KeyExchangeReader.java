package shakedown.wire;

import org.jspecify.annotations.Nullable;
import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.ServerKeyExchange;
import shakedown.wire.Message.Signed;

/** Octets to the two messages of TLS 1.2 whose form the suite decides. */
final class KeyExchangeReader {
  private KeyExchangeReader() {}

  static ServerKeyExchange server(Reader in, KeyExchange exchange) {
    return new ServerKeyExchange(
        exchange.isPreShared() ? in.vector(2, 0, "psk_identity_hint") : null,
        parameters(in, exchange),
        exchange.isSigned()
            ? new Signed(MessageReader.scheme(in), in.vector(2, 0, "signature"))
            : null);
  }

  static ClientKeyExchange client(Reader in, KeyExchange exchange) {
    return new ClientKeyExchange(
        exchange.isPreShared() ? in.vector(2, 0, "psk_identity") : null,
        switch (exchange.sharing()) {
          case CURVE, FIXED -> new ClientKey.CurveShare(in.vector(1, 1, "ecdh_Yc"));
          case FINITE_FIELD -> new ClientKey.FiniteFieldShare(in.vector(2, 1, "dh_Yc"));
          case ENCRYPTED ->
              new ClientKey.EncryptedSecret(in.vector(2, 0, "encrypted_pre_master_secret"));
          case NONE, NEGOTIATED -> null;
        });
  }

  private static @Nullable Parameters parameters(Reader in, KeyExchange exchange) {
    return switch (exchange.sharing()) {
      case CURVE -> curve(in);
      case FINITE_FIELD ->
          new Parameters.Share(
              FiniteFields.of(in.vector(2, 1, "dh_p"), in.vector(2, 1, "dh_g")),
              in.vector(2, 1, "dh_Ys"));
      case ENCRYPTED -> exchange == KeyExchange.RSA_EXPORT ? temporaryKey(in) : null;
      case NONE, NEGOTIATED, FIXED -> null;
    };
  }

  private static Parameters curve(Reader in) {
    return switch (in.number(1, "curve_type")) {
      case KeyExchangeWriter.NAMED_CURVE ->
          new Parameters.Share(
              new NamedGroup(in.number(2, "namedcurve")), in.vector(1, 1, "public"));
      case KeyExchangeWriter.EXPLICIT_PRIME ->
          new Parameters.Share(
              new ExplicitCurve(in.span(KeyExchangeReader::skipCurve)), in.vector(1, 1, "public"));
      default -> throw in.expected("curve_type", "named_curve or explicit_prime");
    };
  }

  /** ECParameters of explicit_prime after its type (RFC 4492 5.4). */
  private static void skipCurve(Reader in) {
    for (String field : new String[] {"prime_p", "a", "b", "base", "order", "cofactor"}) {
      in.vector(1, 1, field);
    }
  }

  private static Parameters temporaryKey(Reader in) {
    return new Parameters.TemporaryKey(
        in.span(
            each -> {
              each.vector(2, 1, "rsa_modulus");
              each.vector(2, 1, "rsa_exponent");
            }));
  }
}
