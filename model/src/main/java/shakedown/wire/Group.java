package shakedown.wire;

/** Where a key agreement takes place: named, or told by its parameters in TLS 1.2. */
public sealed interface Group extends Structure permits NamedGroup, CustomGroup, ExplicitCurve {
  @Override
  Group map(Values values);

  /** Whether it is the integers modulo a prime, not a curve. */
  boolean isFiniteField();
}
