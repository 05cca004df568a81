package shakedown.world;

import shakedown.adversary.Term;
import shakedown.handshake.Input;

/** What can happen to an endpoint and its record layer. */
sealed interface Happening {
  /** A record came. */
  record Arrival(Term record) implements Happening {}

  /** Something else than a record. */
  record Other(Input input) implements Happening {}
}
