package shakedown.bench;

/** What runs against another. */
public interface Contender {
  /** Does the whole work once. */
  void run();
}
