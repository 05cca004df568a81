package shakedown.interop;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stack that is driven by its own programs for the command line. */
interface Tool {
  String name();

  Optional<String> version();

  /** A server at a free port of loopback, which listens. */
  Serving server(Feature feature);

  /**
   * A client of a server at loopback.
   *
   * @param number of this session, from 0
   * @param folder where sessions are kept
   * @param before the client of the session before
   */
  Child client(Feature feature, int port, int number, Path folder, @Nullable Child before);

  /** What its server says by itself; nothing if it must be told what to say. */
  Optional<Answer> answer(int number);

  /** What its program is typed, so that it begins this; nothing if it is not typed anything. */
  Optional<String> typed(Deed deed);

  /** What our end says to its server, so that it begins this. */
  default Optional<String> told(Deed deed) {
    return Optional.empty();
  }

  /** Words for what it can't be made to begin. */
  default String lacks(Deed deed) {
    return "no command for " + deed;
  }

  /** Whether its client closes a session when it has no more to say; else our end does. */
  boolean closes();

  /** Whether its client talks in a session that another one follows. */
  boolean talksBeforeResuming();

  /** What a server is told, and what it says then. */
  record Answer(String told, String said) {}

  /** A server, and where it listens. */
  record Serving(Child child, int port) {}
}
