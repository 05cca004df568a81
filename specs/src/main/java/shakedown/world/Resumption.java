package shakedown.world;

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

  /** The name in files. */
  @Override
  public String toString() {
    return words;
  }
}
