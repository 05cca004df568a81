package shakedown.world;

import shakedown.policy.Option;
import shakedown.policy.Policy;

/** How the explored session goes on from an earlier one. */
public enum Resumption {
  NONE("none"),
  /** RFC 5246 7.3. */
  SESSION_ID("session-id"),
  /** RFC 5077. */
  TICKET("ticket"),
  /** RFC 8446 2.2. */
  PSK_DHE_KE("psk_dhe_ke");

  private final String words;

  Resumption(String words) {
    this.words = words;
  }

  /** The same policy, with this way to resume and no other. */
  Policy in(Policy policy) {
    return switch (this) {
      case NONE -> policy;
      case SESSION_ID -> policy.with(Option.SESSION_IDS).without(Option.TICKETS);
      case TICKET, PSK_DHE_KE -> policy.with(Option.TICKETS).without(Option.SESSION_IDS);
    };
  }

  /** The name in files. */
  @Override
  public String toString() {
    return words;
  }
}
