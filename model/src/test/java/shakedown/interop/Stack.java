package shakedown.interop;

import java.util.Optional;
import shakedown.wire.Role;

/** A peer: another implementation of TLS. */
interface Stack {
  /** As in the table of programs. */
  String name();

  /** What is installed here; nothing if it is not. */
  Optional<String> version();

  /** Tries a feature, in this role of ours; never throws for what a peer does. */
  Meeting meet(Feature feature, Role ourRole);
}
