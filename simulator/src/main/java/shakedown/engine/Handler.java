package shakedown.engine;

/** What an event runs. */
@FunctionalInterface
public interface Handler {
  /** The event's time has come; the clock shows it. */
  void on(int argument);
}
