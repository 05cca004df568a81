package shakedown.measure;

import java.util.ArrayList;
import java.util.List;
import shakedown.engine.Clock;
import shakedown.engine.RandomStream;
import shakedown.engine.Timer;
import shakedown.host.Cpu;
import shakedown.host.Host;
import shakedown.net.Network;
import shakedown.tape.Milestone;
import shakedown.tape.Player;
import shakedown.tape.Tape;
import shakedown.wire.Role;

/**
 * Many connections to one server whose cores they share. Each has a link of its own, of the same
 * description, and a client of its own.
 */
public final class Load {
  private static final double NANOS_A_SECOND = 1e9;

  private final Setting setting;
  private final Arrivals arrivals;
  private final Clock clock = new Clock();
  private final Cpu serverCpu;
  private final RandomStream gaps = new RandomStream("arrivals");
  private final List<Connection> all = new ArrayList<>();
  private final List<Connection> idle = new ArrayList<>();
  private final List<Connection> leaving = new ArrayList<>();
  private final Samples handshakes = new Samples();
  private final Samples firstBytes = new Samples();
  private final int arrival;
  private final int warm;
  private final int ended;

  private long seed;
  private long came;
  private int measured;
  private int failed;
  private int completed;
  private long busyWhenWarm;
  private long busyWhenEnded;

  /** What is played, and how connections come. */
  public record Setting(Tape tape, Network network, Host client, Host server, Arrivals arrivals) {
    /** The rate at which the server's cores compute all the time and a queue grows for ever. */
    public double saturationPerSecond() {
      return server.cores() * NANOS_A_SECOND / tape.cpuNanos(Role.SERVER, server.costs());
    }
  }

  public Load(Setting setting) {
    this.setting = setting;
    this.arrivals = setting.arrivals();
    this.serverCpu = new Cpu(clock, setting.server().cores());
    this.arrival = clock.register(_ -> arrive());
    this.warm = clock.register(_ -> busyWhenWarm = serverCpu.busyNanos());
    this.ended = clock.register(_ -> busyWhenEnded = serverCpu.busyNanos());
  }

  /** Plays arrivals until all that are measured have ended, more coming all the time. */
  public LoadOutcome run(long ofSeed) {
    reset(ofSeed);
    clock.schedule(arrivals.warmUpNanos(), warm, 0);
    clock.schedule(arrivals.endNanos(), ended, 0);
    clock.schedule(gap(), arrival, 0);
    while (clock.now() < arrivals.endNanos() || handshakes.size() < measured) {
      clock.step();
    }
    all.forEach(Connection::countIfRunning);
    double seconds = arrivals.measuredNanos() / NANOS_A_SECOND;
    return new LoadOutcome(
        measured / seconds,
        completed / seconds,
        failed,
        handshakes.quantiles(),
        firstBytes.quantiles(),
        (busyWhenEnded - busyWhenWarm)
            / ((double) arrivals.measuredNanos() * setting.server().cores()));
  }

  private void reset(long ofSeed) {
    clock.reset();
    serverCpu.reset();
    gaps.reset(ofSeed, 0);
    idle.clear();
    leaving.clear();
    all.forEach(Connection::forget);
    idle.addAll(all);
    handshakes.clear();
    firstBytes.clear();
    seed = ofSeed;
    came = 0;
    measured = 0;
    failed = 0;
    completed = 0;
  }

  private void arrive() {
    leaving.removeIf(Connection::hasLeft);
    Connection connection = idle.isEmpty() ? new Connection() : idle.removeLast();
    connection.begin();
    clock.schedule(clock.now() + gap(), arrival, 0);
  }

  private long gap() {
    return (long) gaps.nextExponential(NANOS_A_SECOND / arrivals.perSecond());
  }

  private boolean isMeasured(long time) {
    return time >= arrivals.warmUpNanos() && time < arrivals.endNanos();
  }

  /** A player with a client of its own, used for one arrival after another. */
  private final class Connection {
    private final Player player;
    private final Cpu clientCpu = new Cpu(clock, setting.client().cores());
    private final Timer impatience = new Timer(clock, this::giveUp);
    private long begun;
    private boolean isRunning;

    Connection() {
      all.add(this);
      player =
          new Player(
              clock,
              setting.tape(),
              setting.network(),
              new Player.Machine(setting.client(), clientCpu),
              new Player.Machine(setting.server(), serverCpu),
              this::end);
    }

    void begin() {
      begun = clock.now();
      isRunning = true;
      measured += isMeasured(begun) ? 1 : 0;
      impatience.set(arrivals.giveUpNanos());
      player.start(seed, came++);
    }

    void forget() {
      isRunning = false;
      impatience.reset();
      clientCpu.reset();
    }

    boolean hasLeft() {
      boolean hasLeft = player.isIdle();
      if (hasLeft) {
        idle.add(this);
      }
      return hasLeft;
    }

    void countIfRunning() {
      if (isRunning) {
        countCompletion();
      }
    }

    private void end() {
      impatience.stop();
      leave();
      idle.add(this);
    }

    private void giveUp() {
      if (player.timeOf(Role.CLIENT, Milestone.LAST_BYTE) == Outcome.NEVER) {
        failed += isMeasured(begun) ? 1 : 0;
      }
      leave();
      player.abandon();
      leaving.add(this);
    }

    private void leave() {
      isRunning = false;
      countCompletion();
      if (isMeasured(begun)) {
        handshakes.add(player.timeOf(Role.CLIENT, Milestone.MAY_SEND));
        firstBytes.add(player.timeOf(Role.CLIENT, Milestone.FIRST_BYTE));
      }
    }

    private void countCompletion() {
      long took = player.timeOf(Role.SERVER, Milestone.MAY_SEND);
      completed += took != Outcome.NEVER && isMeasured(begun + took) ? 1 : 0;
    }
  }
}
