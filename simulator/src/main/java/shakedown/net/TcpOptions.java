package shakedown.net;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How both ends of a connection use TCP.
 *
 * @param initialWindow segments that may leave before the first acknowledgement (RFC 6928)
 * @param nodelay small segments do not wait for acknowledgements (TCP_NODELAY); else Nagle's
 *     algorithm
 * @param fastOpen the client has a cookie, so its first write rides in the SYN (RFC 7413)
 * @param synTimeouts when a SYN without answer is sent again
 * @param timers how late timers expire
 */
public record TcpOptions(
    int initialWindow, boolean nodelay, boolean fastOpen, SynTimeouts synTimeouts, Timers timers) {
  /** What Linux does since 6.5, with TCP_NODELAY. */
  public static final TcpOptions LINUX = new TcpOptions(10, true, false, SynTimeouts.LINEAR);

  /** When a SYN is sent again, in seconds after the first. */
  public enum SynTimeouts {
    /** 1, 2, 3, 4, 5, 7, 11: Linux since 6.5 (tcp_syn_linear_timeouts = 4). */
    LINEAR,
    /** 1, 3, 7, 15: RFC 6298, and Linux before 6.5. */
    EXPONENTIAL
  }

  /** How late a timer of the kernel expires. */
  public enum Timers {
    /**
     * When the timer wheel gets to it (HZ=250); each host's jiffies begin at an instant of chance.
     */
    WHEEL,
    /** To the nanosecond, in whole jiffies: for what is worked out by hand. */
    EXACT
  }

  public TcpOptions {
    checkArgument(
        initialWindow > 0, "an initial window of %s segments; expected 1 or more", initialWindow);
  }

  /** With the timers of a real kernel. */
  public TcpOptions(int initialWindow, boolean nodelay, boolean fastOpen, SynTimeouts synTimeouts) {
    this(initialWindow, nodelay, fastOpen, synTimeouts, Timers.WHEEL);
  }

  public TcpOptions withFastOpen() {
    return new TcpOptions(initialWindow, nodelay, true, synTimeouts, timers);
  }

  public TcpOptions with(Timers others) {
    return new TcpOptions(initialWindow, nodelay, fastOpen, synTimeouts, others);
  }
}
