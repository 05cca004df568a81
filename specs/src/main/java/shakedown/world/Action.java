package shakedown.world;

import shakedown.wire.Role;

/** What moves a world on. */
sealed interface Action {
  /** An application's wish is granted. */
  record Ask(Role who) implements Action {}

  /** The oldest record on its way to this side arrives. */
  record Deliver(Role to) implements Action {}

  /** This side learns that the transport is closed. */
  record Learn(Role who) implements Action {}

  /** The transport closes; so many of the oldest records still arrive at either side. */
  record Cut(int toClient, int toServer) implements Action {}
}
