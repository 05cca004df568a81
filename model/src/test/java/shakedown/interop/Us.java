package shakedown.interop;

import java.util.List;
import shakedown.handshake.Credentials;
import shakedown.pki.Trust;
import shakedown.wire.Role;

/** Our ends of the sessions of a feature. */
final class Us {
  static final String EARLY = "early bird\n";

  private Us() {}

  /**
   * @param before our ends of the sessions before
   */
  static Ours client(Feature feature, int number, List<Ours> before) {
    Credentials credentials = Credentials.NONE;
    if (!before.isEmpty()) {
      credentials = Ours.resuming(before.getLast().resumable());
      if (feature.wants(Wish.EARLY_DATA)) {
        credentials = credentials.withEarlyData(Ours.words(EARLY));
      }
    }
    return Ours.client(feature.ours(Role.CLIENT), feature.chain().trust(), credentials, number);
  }

  static Ours server(Feature feature, int number, List<Ours> before) {
    Credentials credentials = before.isEmpty() ? Credentials.NONE : before.getLast().remembered();
    return Ours.server(
        feature.ours(Role.SERVER),
        Trust.NOBODY,
        credentials.withIdentity(feature.chain().identity()),
        number);
  }
}
