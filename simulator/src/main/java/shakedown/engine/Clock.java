package shakedown.engine;

import java.util.ArrayList;
import java.util.List;

/** Simulated time in nanoseconds, and what is still to happen in it. */
public final class Clock {
  private final EventQueue queue = new EventQueue();
  private final List<Handler> handlers = new ArrayList<>();
  private long now;
  private long orders;

  /** Makes a handler known; the number that names it in {@link #schedule}. */
  public int register(Handler handler) {
    handlers.add(handler);
    return handlers.size() - 1;
  }

  public long now() {
    return now;
  }

  /** An event at a time that is not past, after all that are already scheduled for it. */
  public void schedule(long time, int handler, int argument) {
    schedule(time, nextOrder(), handler, argument);
  }

  /** The place in the order of one instant that an event scheduled now would get. */
  long nextOrder() {
    return orders++;
  }

  void schedule(long time, long order, int handler, int argument) {
    if (time < now) {
      throw new AssertionError("an event at " + time + " ns, but it is " + now + " ns");
    }
    queue.add(time, order, ((long) handler << 32) | (argument & 0xffff_ffffL));
  }

  /** Whether nothing is left to happen. */
  public boolean isIdle() {
    return queue.isEmpty();
  }

  /** When the next event is due. */
  public long nextTime() {
    return queue.firstTime();
  }

  /** Goes to the next event and runs it. */
  public void step() {
    now = queue.firstTime();
    long payload = queue.firstPayload();
    queue.removeFirst();
    handlers.get((int) (payload >>> 32)).on((int) payload);
  }

  /** Back to time 0 with nothing scheduled; handlers stay known. */
  public void reset() {
    queue.clear();
    now = 0;
    orders = 0;
  }
}
