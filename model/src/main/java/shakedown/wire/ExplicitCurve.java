package shakedown.wire;

/**
 * A curve that a server made up itself, over a prime field (RFC 4492 5.4; forbidden since RFC
 * 8422).
 *
 * @param parameters prime_p to cofactor, as on the wire
 */
public record ExplicitCurve(Value parameters) implements Group {
  @Override
  public boolean isFiniteField() {
    return false;
  }

  @Override
  public ExplicitCurve map(Values values) {
    return new ExplicitCurve(values.at(Kind.GROUP_PARAMETER, parameters));
  }
}
