package shakedown.net;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * One direction of a link. A packet may be lost first, then waits in a queue, is serialised, and
 * travels.
 *
 * @param delayNanos time to travel
 * @param jitterNanos a packet travels up to so much longer, evenly distributed, but never overtakes
 *     another
 * @param bitsPerSecond how fast whole IP packets are serialised; {@link #UNLIMITED}
 * @param queueOctets how much may wait for serialisation; a packet that does not fit is dropped;
 *     {@link #UNLIMITED}
 * @param loss which packets are lost before they reach the queue
 */
public record Path(
    long delayNanos, long jitterNanos, long bitsPerSecond, long queueOctets, Loss loss) {
  /** No limit of rate or queue. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  public Path {
    checkArgument(delayNanos >= 0, "delay %s ns; expected 0 or more", delayNanos);
    checkArgument(jitterNanos >= 0, "jitter %s ns; expected 0 or more", jitterNanos);
    checkArgument(bitsPerSecond > 0, "%s bit/s; expected more than 0", bitsPerSecond);
    checkArgument(queueOctets > 0, "a queue of %s octets; expected more than 0", queueOctets);
  }

  /** Delay, and nothing else. */
  public static Path ideal(long delayNanos) {
    return new Path(delayNanos, 0, UNLIMITED, UNLIMITED, Loss.NONE);
  }

  public Path with(Loss other) {
    return new Path(delayNanos, jitterNanos, bitsPerSecond, queueOctets, other);
  }
}
