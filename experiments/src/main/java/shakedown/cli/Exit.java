package shakedown.cli;

/** Exit codes, as scripts rely on them. */
final class Exit {

  static final int AS_EXPECTED = 0;

  /** It ran, but a verdict or check is not as expected. */
  static final int NOT_AS_EXPECTED = 1;

  /** The input or the command line cannot be used; nothing was half written. */
  static final int BAD_INPUT = 2;

  private Exit() {}
}
