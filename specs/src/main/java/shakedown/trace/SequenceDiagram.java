package shakedown.trace;

import com.google.common.collect.ImmutableList;
import shakedown.wire.Role;

/** A trace drawn as text: a column for the client, one for the server, time running down. */
public final class SequenceDiagram {
  private static final int BETWEEN = 36;
  private static final int LEFT = 4;

  private final ImmutableList.Builder<String> lines = ImmutableList.builder();

  private SequenceDiagram() {}

  /** The lines of the drawing, without trailing blanks. */
  public static ImmutableList<String> of(Trace trace) {
    var diagram = new SequenceDiagram();
    diagram.line("  client" + " ".repeat(BETWEEN - 6) + "server");
    trace.events().forEach(diagram::draw);
    return diagram.lines.build();
  }

  private void draw(Event event) {
    switch (event) {
      case Event.Asked(Role who, String what) -> beside(who, "○", "asked to " + what);
      case Event.Claimed(Role who, String what) -> beside(who, "├", what);
      case Event.Learned(Role who) -> beside(who, "○", "learns that the transport closed");
      case Event.Delivered delivered -> arrow(delivered);
      case Event.Cut cut -> {
        line("    ╳" + "╌".repeat(BETWEEN - 1) + "╳  the transport closes");
        cut.lostToServer().forEach(message -> lost(Role.CLIENT, message));
        cut.lostToClient().forEach(message -> lost(Role.SERVER, message));
      }
    }
  }

  private void arrow(Event.Delivered delivered) {
    String shaft = "─".repeat(Math.max(1, BETWEEN - 8 - delivered.message().length()));
    String drawn =
        delivered.from() == Role.CLIENT
            ? " ── " + delivered.message() + " " + shaft + "► "
            : " ◄" + shaft + " " + delivered.message() + " ── ";
    String note = delivered.note().isEmpty() ? "" : "  " + delivered.note();
    line("    │" + drawn + "│" + note);
  }

  /** What was said and never arrives: an arrow that ends on the way. */
  private void lost(Role from, String message) {
    String drawn = from == Role.CLIENT ? " ── " + message + " ──╳" : "╳── " + message + " ── ";
    String space = " ".repeat(Math.max(0, BETWEEN - 1 - drawn.length()));
    line("    │" + (from == Role.CLIENT ? drawn + space : space + drawn) + "│  never arrives");
  }

  private void beside(Role who, String mark, String text) {
    if (who == Role.SERVER) {
      line("    │" + " ".repeat(BETWEEN - 1) + mark + " " + text);
    } else {
      String padded = " " + text;
      String space = " ".repeat(Math.max(1, BETWEEN - 1 - padded.length()));
      line(" ".repeat(LEFT) + mark + padded + space + "│");
    }
  }

  private void line(String line) {
    lines.add(line.stripTrailing());
  }
}
