package shakedown.wire;

/** Which side of a session an endpoint is. */
public enum Role {
  CLIENT,
  SERVER;

  /** The other side. */
  public Role peer() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
