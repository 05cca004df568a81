package shakedown.crypto;

import org.jspecify.annotations.Nullable;
import shakedown.wire.Value;

/** Hears of each operation when it has run. */
@FunctionalInterface
public interface Meter {
  /**
   * An operation has run.
   *
   * @param result what it made; null where it made no value. An operation belongs before the first
   *     message that carries its result.
   */
  void ran(Operation operation, @Nullable Value result);
}
