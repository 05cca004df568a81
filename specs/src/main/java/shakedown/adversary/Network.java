package shakedown.adversary;

/** What lies between the parties. */
public enum Network {
  /** Everything that is said arrives, in order. */
  RELIABLE("reliable"),
  /**
   * Everything arrives in order until the transport closes, which it may do at any point: this is
   * all that TCP shows TLS, for a loss that is never repaired is a close. What is on its way then
   * arrives up to some point in each direction.
   */
  CLOSING("closing");

  private final String words;

  Network(String words) {
    this.words = words;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return words;
  }
}
