package shakedown.engine;

/** A deadline that is moved far more often than it expires. */
public final class Timer {
  /*
   * Lazy: one event is in flight, which compares with the deadline when it comes and goes on
   * waiting for the rest. Only a deadline before that event costs a second one; the first is then
   * known as stale by its number. A deadline keeps the order number of the moment at which it was
   * set, so laziness never changes which of two events of one instant comes first.
   */
  private static final long NONE = Long.MAX_VALUE;

  private final Clock clock;
  private final Runnable expiry;
  private final int handler;
  private long deadline = NONE;
  private long order;
  private long eventTime = NONE;
  private long eventOrder;
  private int event;

  /** A timer at rest that will run {@code expiry}. */
  public Timer(Clock clock, Runnable expiry) {
    this.clock = clock;
    this.expiry = expiry;
    this.handler = clock.register(this::on);
  }

  /** Expires so much later, not at what was set before. */
  public void set(long delayNanos) {
    deadline = clock.now() + delayNanos;
    order = clock.nextOrder();
    if (deadline < eventTime) {
      wake();
    }
  }

  public void stop() {
    deadline = NONE;
  }

  public boolean isSet() {
    return deadline != NONE;
  }

  /** When it expires. */
  public long deadline() {
    return deadline;
  }

  /** Stops, and forgets an event in flight: for another run. */
  public void reset() {
    deadline = NONE;
    eventTime = NONE;
    event++;
  }

  private void wake() {
    eventTime = deadline;
    eventOrder = order;
    clock.schedule(deadline, order, handler, ++event);
  }

  private void on(int number) {
    if (number != event) {
      return;
    }
    eventTime = NONE;
    if (deadline == NONE) {
      return;
    }
    if (deadline > clock.now() || order != eventOrder) {
      wake();
      return;
    }
    deadline = NONE;
    expiry.run();
  }
}
