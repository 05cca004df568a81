package shakedown.trace;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Role;

/** One thing that happened, as a person would tell it. */
public sealed interface Event {
  /** One line of plain text. */
  String line();

  /** The application asked an endpoint for something. */
  record Asked(Role who, String what) implements Event {
    @Override
    public String line() {
      return name(who) + " is asked to " + what;
    }
  }

  /**
   * A message arrived at the peer of who said it.
   *
   * @param note what is worth saying of it, or empty
   */
  record Delivered(Role from, String message, String note) implements Event {
    @Override
    public String line() {
      String noted = note.isEmpty() ? "" : "  (" + note + ")";
      return name(from) + " -> " + name(from.peer()) + ": " + message + noted;
    }
  }

  /** The transport closed; what was on its way and never comes is listed, oldest first. */
  record Cut(ImmutableList<String> lostToClient, ImmutableList<String> lostToServer)
      implements Event {
    @Override
    public String line() {
      return "the transport closes" + lost("client", lostToClient) + lost("server", lostToServer);
    }

    private static String lost(String whom, ImmutableList<String> messages) {
      return messages.isEmpty()
          ? ""
          : "; never to come to " + whom + ": " + String.join(", ", messages);
    }
  }

  /** An endpoint learnt that its transport is closed. */
  record Learned(Role who) implements Event {
    @Override
    public String line() {
      return name(who) + " learns that the transport closed";
    }
  }

  /** An endpoint claimed something, which no later event takes back. */
  record Claimed(Role who, String what) implements Event {
    @Override
    public String line() {
      return "  " + name(who) + ": " + what;
    }
  }

  private static String name(Role role) {
    return role == Role.CLIENT ? "client" : "server";
  }
}
