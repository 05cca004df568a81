package shakedown.interop;

import shakedown.handshake.Input;
import shakedown.handshake.Signal;
import shakedown.wire.Message;
import shakedown.wire.Role;

/** What one end begins when the handshake is over. */
enum Deed {
  CLIENT_UPDATES_KEYS(Role.CLIENT),
  SERVER_UPDATES_KEYS(Role.SERVER),
  CLIENT_RENEGOTIATES(Role.CLIENT),
  SERVER_RENEGOTIATES(Role.SERVER),
  SERVER_AUTHENTICATES(Role.SERVER);

  private static final int FINISHED_OF_LATE_CLIENTS = 3;

  private final Role actor;

  Deed(Role actor) {
    this.actor = actor;
  }

  /** Who begins. */
  Role actor() {
    return actor;
  }

  /** What our end is asked, if it is the one. */
  Input.Asked asked() {
    return switch (this) {
      case CLIENT_UPDATES_KEYS, SERVER_UPDATES_KEYS -> new Input.UpdateKeys(true);
      case CLIENT_RENEGOTIATES, SERVER_RENEGOTIATES -> new Input.Renegotiate();
      case SERVER_AUTHENTICATES -> new Input.Authenticate();
    };
  }

  /** Whether our end has come through it. */
  boolean isDone(Ours ours) {
    return switch (this) {
      case CLIENT_UPDATES_KEYS, SERVER_UPDATES_KEYS ->
          ours.messages(Message.KeyUpdate.class).size() == 2;
      case CLIENT_RENEGOTIATES, SERVER_RENEGOTIATES ->
          ours.isConnected() && ours.signals(Signal.Commit.class).size() == 2;
      case SERVER_AUTHENTICATES ->
          ours.isConnected()
              && ours.messages(Message.Finished.class).size() == FINISHED_OF_LATE_CLIENTS;
    };
  }

  /** Whether a peer may answer it with its next words. */
  boolean isAnsweredLate() {
    return this == CLIENT_UPDATES_KEYS || this == SERVER_UPDATES_KEYS;
  }

  /** How often our end has come to an agreement then. */
  int commits(Role ours) {
    return switch (this) {
      case CLIENT_UPDATES_KEYS, SERVER_UPDATES_KEYS -> 1;
      case CLIENT_RENEGOTIATES, SERVER_RENEGOTIATES -> 2;
      case SERVER_AUTHENTICATES -> ours == Role.SERVER ? 2 : 1;
    };
  }
}
