package shakedown.config;

/**
 * How often each variant is replayed at each point.
 *
 * @param until what is to be known how well; {@code relativeError} 0 asks for all
 * @param atMost replications
 * @param seed of all that is random
 */
public record Runs(Until until, int atMost, long seed) {

  /**
   * When it is enough.
   *
   * @param relativeError half the interval's width over its middle
   * @param confidence of that interval, as 0.95
   */
  public record Until(Measure measure, double relativeError, double confidence) {}
}
