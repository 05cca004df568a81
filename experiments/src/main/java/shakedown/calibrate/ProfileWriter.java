package shakedown.calibrate;

import java.util.Map;
import shakedown.host.Cost;
import shakedown.host.CostProfile;
import shakedown.wire.Role;

/** Writes a cost profile as the YAML that an experiment reads. */
public final class ProfileWriter {

  private ProfileWriter() {}

  public static String yaml(CostProfile profile) {
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(quoted(profile.name())).append('\n');
    text.append("source: ").append(quoted(profile.source())).append('\n');
    text.append("operations:\n");
    profile.operations().forEach((name, cost) -> operation(text, name, cost));
    if (!profile.messages().isEmpty()) {
      text.append("messages:\n");
      messages(text, "client", profile.messages().row(Role.CLIENT));
      messages(text, "server", profile.messages().row(Role.SERVER));
    }
    return text.toString();
  }

  private static void operation(StringBuilder text, String name, Cost cost) {
    text.append("  ").append(name).append(": ");
    if (cost.picosPerOctet() == 0) {
      text.append(cost.nanos()).append("ns\n");
    } else {
      text.append("{fixed: ").append(cost.nanos()).append("ns, per-octet: ");
      text.append(cost.picosPerOctet()).append("ps}\n");
    }
  }

  private static void messages(StringBuilder text, String side, Map<String, Long> nanos) {
    if (!nanos.isEmpty()) {
      text.append("  ").append(side).append(":\n");
      nanos.forEach(
          (message, cost) ->
              text.append("    ").append(quoted(message)).append(": ").append(cost).append("ns\n"));
    }
  }

  /** In single quotes nothing but the quote itself has a meaning (YAML 1.2, 7.3.2). */
  private static String quoted(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9 ._-]*\\S")
        ? text
        : "'" + text.replace("'", "''").replace('\n', ' ') + "'";
  }
}
