package shakedown.peer;

import com.google.common.collect.ImmutableList;
import shakedown.handshake.Effect;
import shakedown.handshake.Endpoint;
import shakedown.handshake.Input;
import shakedown.handshake.Step;
import shakedown.wire.Octets;

/** Is told what a live endpoint does, as it does it. */
public interface Watcher {
  /** Watches nothing. */
  Watcher NOBODY = new Watcher() {};

  /** A state took an input; the effects of the step follow. */
  default void stepped(Endpoint before, Input input, Step step) {}

  /**
   * An effect was done.
   *
   * @param records what a sent message became; none for any other effect
   */
  default void did(Effect effect, ImmutableList<Octets> records) {}
}
