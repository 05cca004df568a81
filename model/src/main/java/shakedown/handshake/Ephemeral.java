package shakedown.handshake;

import shakedown.wire.Group;
import shakedown.wire.Kind;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;

/** The secrets behind key shares: named by their group, so no state keeps one. */
public final class Ephemeral {
  private Ephemeral() {}

  public static Value secret(Group group, Context context) {
    return context.crypto().fresh(Kind.SECRET, "key_share/" + name(group));
  }

  /** The private key of an export suite (RFC 2246 7.4.3). */
  public static Value temporaryKey(Context context) {
    return context.crypto().fresh(Kind.SECRET, "temporary key");
  }

  private static String name(Group group) {
    return group instanceof NamedGroup ? group.toString() : "unnamed";
  }
}
