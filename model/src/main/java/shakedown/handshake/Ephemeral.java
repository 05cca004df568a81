package shakedown.handshake;

import shakedown.wire.Kind;
import shakedown.wire.NamedGroup;
import shakedown.wire.Value;

/** The secrets behind key shares: named by their group, so no state keeps one. */
public final class Ephemeral {
  private Ephemeral() {}

  public static Value secret(NamedGroup group, Context context) {
    return context.crypto().fresh(Kind.SECRET, "key_share/" + group);
  }
}
