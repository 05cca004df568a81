package shakedown.wire;

/** Octets that are no message: where, in what, and what was expected there. */
public final class DecodeError extends RuntimeException {
  private final int offset;
  private final String field;
  private final String expected;

  /**
   * @param offset counted from the start of the message
   */
  public DecodeError(int offset, String field, String expected) {
    // a stranger's octets are no fault of the code: where it is thrown tells nothing
    super("octet " + offset + ", " + field + ": expected " + expected, null, false, false);
    this.offset = offset;
    this.field = field;
    this.expected = expected;
  }

  public int offset() {
    return offset;
  }

  public String field() {
    return field;
  }

  public String expected() {
    return expected;
  }
}
