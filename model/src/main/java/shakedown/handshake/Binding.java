package shakedown.handshake;

/** Where a pre-shared key comes from, which its binder tells (RFC 8446 7.1, RFC 9258 5.2). */
public enum Binding {
  RESUMPTION("res binder"),
  EXTERNAL("ext binder"),
  IMPORTED("imp binder");

  private final String label;

  Binding(String label) {
    this.label = label;
  }

  /** What the binder key is derived with. */
  public String label() {
    return label;
  }
}
