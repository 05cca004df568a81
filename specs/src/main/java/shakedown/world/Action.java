package shakedown.world;

import shakedown.wire.Role;

/** What moves a world on, and its number in a path. */
sealed interface Action {
  /** An application's wish is granted. */
  record Ask(Role who) implements Action {}

  /** The oldest record on its way to this side arrives. */
  record Deliver(Role to) implements Action {}

  /** This side learns that the transport is closed. */
  record Learn(Role who) implements Action {}

  /** The transport closes; so many of the oldest records still arrive at either side. */
  record Cut(int toClient, int toServer) implements Action {}

  /** More records than this are never on their way at once. */
  int MOST_RECORDS = 1 << 10;

  default int code() {
    return switch (this) {
      case Ask(Role who) -> who.ordinal();
      case Deliver(Role to) -> 2 + to.ordinal();
      case Learn(Role who) -> 4 + who.ordinal();
      case Cut(int toClient, int toServer) -> 6 + toClient * MOST_RECORDS + toServer;
    };
  }

  static Action of(int code) {
    return switch (code) {
      case 0, 1 -> new Ask(Role.values()[code]);
      case 2, 3 -> new Deliver(Role.values()[code - 2]);
      case 4, 5 -> new Learn(Role.values()[code - 4]);
      default -> new Cut((code - 6) / MOST_RECORDS, (code - 6) % MOST_RECORDS);
    };
  }
}
