package shakedown.wire;

/** A finite field that a server made up itself (RFC 5246 7.4.3): the numbers of ServerDHParams. */
public record CustomGroup(Value prime, Value generator) implements Group {
  @Override
  public boolean isFiniteField() {
    return true;
  }

  @Override
  public CustomGroup map(Values values) {
    return new CustomGroup(
        values.at(Kind.GROUP_PARAMETER, prime), values.at(Kind.GROUP_PARAMETER, generator));
  }
}
