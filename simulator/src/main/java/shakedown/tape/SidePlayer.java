package shakedown.tape;

import java.util.Arrays;
import shakedown.engine.Clock;
import shakedown.host.Cpu;
import shakedown.net.Application;
import shakedown.net.Tcp;

/** Plays the moves of one side: reads, computes and writes as its script says. */
final class SidePlayer implements Application, Cpu.Task {
  /** A time that has not come. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int NONE = -1;

  private final Seat seat;
  private final Script script;
  private final WriteBuffer buffer;
  private final int computed;
  private final boolean[] isDone;
  private final long[] begins;
  private final long[] claimed = new long[Milestone.values().length];

  private int left;
  private int current;
  private int act;
  private boolean isConnected;
  private boolean isAbandoned;
  private long connectedAt;
  private long said;
  private long cpuNanos;

  /** Where a side sits, and what runs when all its moves are done. */
  record Seat(Clock clock, Cpu cpu, Tcp tcp, Runnable ended) {}

  /**
   * @param begins where in its writer's stream the octets of each move begin; known to both sides
   */
  SidePlayer(Seat seat, Script script, long[] begins) {
    this.seat = seat;
    this.script = script;
    this.begins = begins;
    this.buffer = new WriteBuffer(seat.tcp(), script.handshakeBuffer);
    this.computed = seat.clock().register(_ -> run());
    this.isDone = new boolean[begins.length];
  }

  void reset() {
    Arrays.fill(isDone, false);
    for (int move : script.moves) {
      begins[move] = NONE;
    }
    buffer.reset();
    Arrays.fill(claimed, NEVER);
    left = script.moves.length;
    current = NONE;
    isConnected = false;
    isAbandoned = false;
    connectedAt = NEVER;
    said = 0;
    cpuNanos = 0;
  }

  boolean isDone() {
    return left == 0;
  }

  /** Whether it neither computes nor waits for a core. */
  boolean isIdle() {
    return current == NONE;
  }

  /** What it computes now is finished; nothing after it begins. */
  void abandon() {
    isAbandoned = true;
  }

  long connectedAt() {
    return connectedAt;
  }

  @SuppressWarnings("EnumOrdinal") // an index of this run, kept nowhere
  long claimedAt(Milestone milestone) {
    return claimed[milestone.ordinal()];
  }

  long cpuNanos() {
    return cpuNanos;
  }

  @Override
  public void connected() {
    isConnected = true;
    connectedAt = seat.clock().now();
    advance();
  }

  @Override
  public void arrived() {
    advance();
  }

  @Override
  public void granted() {
    act = 0;
    run();
  }

  private void advance() {
    if (current != NONE || !isConnected || isAbandoned) {
      return;
    }
    current = firstReady();
    if (current != NONE) {
      seat.cpu().acquire(this);
    }
  }

  private int firstReady() {
    for (int move : script.moves) {
      if (!isDone[move] && isPreceded(move) && hasHeard(move)) {
        return move;
      }
    }
    return NONE;
  }

  private boolean isPreceded(int move) {
    for (int before : script.after[move]) {
      if (!isDone[before]) {
        return false;
      }
    }
    return true;
  }

  /** Reads what there is of what the move needs: that alone can make TCP acknowledge. */
  private boolean hasHeard(int move) {
    int[] heard = script.heard[move];
    boolean isComplete = true;
    for (int i = 0; i < heard.length; i += 2) {
      long begin = begins[heard[i]];
      if (begin == NONE) {
        return false;
      }
      long end = begin + heard[i + 1];
      seat.tcp().read(end);
      isComplete &= end <= seat.tcp().arrived();
    }
    return isComplete;
  }

  /** Goes on with the current move and those ready after it, until one takes time. */
  private void run() {
    while (current != NONE && !isAbandoned) {
      if (takesTime()) {
        return;
      }
      isDone[current] = true;
      left--;
      act = 0;
      current = firstReady();
    }
    current = NONE;
    seat.cpu().release();
    if (left == 0) {
      seat.ended().run();
    }
  }

  /** Performs the acts of the current move, up to one that computes. */
  private boolean takesTime() {
    Script.Kind[] kinds = script.kinds[current];
    while (act < kinds.length) {
      long number = script.numbers[current][act];
      Script.Kind kind = kinds[act];
      act++;
      if (kind == Script.Kind.COMPUTE && number > 0) {
        cpuNanos += number;
        seat.clock().schedule(seat.clock().now() + number, computed, 0);
        return true;
      }
      perform(kind, (int) number);
    }
    return false;
  }

  private void perform(Script.Kind kind, int number) {
    switch (kind) {
      case COMPUTE -> {}
      case WRITE -> {
        count(number);
        buffer.write(number);
      }
      case WRITE_BUFFERED -> {
        count(number);
        buffer.gather(number);
      }
      case FLUSH -> buffer.flush();
      case CLAIM -> claimed[number] = Math.min(claimed[number], seat.clock().now());
    }
  }

  private void count(int octets) {
    if (begins[current] == NONE) {
      begins[current] = said;
    }
    said += octets;
  }
}
