package shakedown.host;

import java.util.ArrayDeque;
import java.util.Queue;
import shakedown.engine.Clock;

/**
 * The cores of a host. A task that comes while all are taken waits, first come, first served, and
 * keeps its core until it gives it back, as a worker process runs a connection until it would
 * block.
 */
public final class Cpu {
  /** What waits for a core. */
  public interface Task {
    /** It has one now. */
    void granted();
  }

  private final Clock clock;
  private final int cores;
  private final Queue<Task> waiting = new ArrayDeque<>();
  private int taken;
  private boolean isGranting;
  private long busyNanos;
  private long busySince;

  public Cpu(Clock clock, int cores) {
    this.clock = clock;
    this.cores = cores;
  }

  /** Takes a core as soon as one is free and nobody came before. */
  public void acquire(Task task) {
    waiting.add(task);
    grant();
  }

  /** Gives a core back. */
  public void release() {
    account();
    taken--;
    grant();
  }

  /** How long cores have been taken, added up over the cores. */
  public long busyNanos() {
    account();
    return busyNanos;
  }

  /** How many tasks wait for a core. */
  public int waiting() {
    return waiting.size();
  }

  /** All cores free, nobody waiting, at time 0. */
  public void reset() {
    waiting.clear();
    taken = 0;
    busyNanos = 0;
    busySince = 0;
  }

  /** A task may give its core back at once, within {@code granted}: hence no recursion. */
  private void grant() {
    if (isGranting) {
      return;
    }
    isGranting = true;
    while (taken < cores && !waiting.isEmpty()) {
      account();
      taken++;
      waiting.remove().granted();
    }
    isGranting = false;
  }

  private void account() {
    busyNanos += taken * (clock.now() - busySince);
    busySince = clock.now();
  }
}
