package shakedown.wire;

import shakedown.wire.Message.ClientKeyExchange;
import shakedown.wire.Message.ServerKeyExchange;

/** The two messages of TLS 1.2 whose form the suite decides, to octets. */
final class KeyExchangeWriter {
  /** ECCurveType explicit_prime (RFC 4492 5.4). */
  static final int EXPLICIT_PRIME = 1;

  /** ECCurveType named_curve (RFC 8422 5.4). */
  static final int NAMED_CURVE = 3;

  private KeyExchangeWriter() {}

  static void write(Writer out, ServerKeyExchange exchange) {
    if (exchange.hint() != null) {
      out.vector(2, exchange.hint());
    }
    if (exchange.parameters() != null) {
      write(out, exchange.parameters());
    }
    if (exchange.signed() != null) {
      MessageWriter.writeSignature(out, exchange.signed().scheme(), exchange.signed().signature());
    }
  }

  /** ServerECDHParams, ServerDHParams or ServerRSAParams. */
  static void write(Writer out, Parameters parameters) {
    switch (parameters) {
      case Parameters.Share(NamedGroup group, Value share) when !FiniteFields.has(group) ->
          out.number(1, NAMED_CURVE).number(2, group.code()).vector(1, share);
      case Parameters.Share(NamedGroup group, Value share) -> {
        CustomGroup numbers = FiniteFields.numbers(group);
        out.vector(2, numbers.prime()).vector(2, numbers.generator()).vector(2, share);
      }
      case Parameters.Share(CustomGroup group, Value share) ->
          out.vector(2, group.prime()).vector(2, group.generator()).vector(2, share);
      case Parameters.Share(ExplicitCurve curve, Value share) ->
          out.number(1, EXPLICIT_PRIME).raw(curve.parameters()).vector(1, share);
      case Parameters.TemporaryKey(Value publicKey) -> out.raw(publicKey);
    }
  }

  static void write(Writer out, ClientKeyExchange exchange) {
    if (exchange.identity() != null) {
      out.vector(2, exchange.identity());
    }
    switch (exchange.key()) {
      case ClientKey.CurveShare(Value share) -> out.vector(1, share);
      case ClientKey.FiniteFieldShare(Value share) -> out.vector(2, share);
      case ClientKey.EncryptedSecret(Value encrypted) -> out.vector(2, encrypted);
      case null -> {}
    }
  }
}
