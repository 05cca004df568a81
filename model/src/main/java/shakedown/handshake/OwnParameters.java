package shakedown.handshake;

import org.jspecify.annotations.Nullable;
import shakedown.wire.CustomGroup;
import shakedown.wire.ExplicitCurve;
import shakedown.wire.Value;

/**
 * What a server of TLS 1.2 has of its own making for ServerKeyExchange; null where it has none.
 *
 * @param hint which pre-shared key a client may take (RFC 4279 5.2)
 * @param field where a client names no group of RFC 7919 that the server has
 * @param exportField of 512 bits, for export suites (RFC 2246 D.1)
 * @param curve instead of a named one (RFC 4492 5.4)
 */
public record OwnParameters(
    @Nullable Value hint,
    @Nullable CustomGroup field,
    @Nullable CustomGroup exportField,
    @Nullable ExplicitCurve curve) {
  public static final OwnParameters NONE = new OwnParameters(null, null, null, null);

  public OwnParameters withHint(Value other) {
    return new OwnParameters(other, field, exportField, curve);
  }

  public OwnParameters withField(CustomGroup other) {
    return new OwnParameters(hint, other, exportField, curve);
  }

  public OwnParameters withExportField(CustomGroup other) {
    return new OwnParameters(hint, field, other, curve);
  }

  public OwnParameters withCurve(ExplicitCurve other) {
    return new OwnParameters(hint, field, exportField, other);
  }
}
