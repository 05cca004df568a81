package shakedown.trace;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/**
 * What happened, in order.
 *
 * @param steps transitions it took; one step may be told as several events, or as none
 */
public record Trace(int steps, ImmutableList<Event> events) {
  /** A line an event, without the drawing. */
  public ImmutableList<String> lines() {
    return events.stream().map(Event::line).collect(toImmutableList());
  }
}
