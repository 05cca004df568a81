package shakedown.measure;

import shakedown.engine.Clock;
import shakedown.host.Cpu;
import shakedown.host.Host;
import shakedown.net.Network;
import shakedown.tape.Milestone;
import shakedown.tape.Player;
import shakedown.tape.Tape;
import shakedown.wire.Role;

/**
 * One connection after another, each alone on its network. What a replication comes to depends on
 * seed and number alone, so neither order nor the number of threads (one Replay each) matters.
 */
public final class Replay {
  private final Setting setting;
  private final Clock clock = new Clock();
  private final Cpu clientCpu;
  private final Cpu serverCpu;
  private final Player player;

  /**
   * What is replayed.
   *
   * @param giveUpNanos when a connection that has not ended counts as failed
   */
  public record Setting(Tape tape, Network network, Host client, Host server, long giveUpNanos) {
    /** Long enough for six timeouts of a SYN. */
    public static final long PATIENT = 120_000_000_000L;

    /** Hosts that compute in no time, and patience. */
    public static Setting free(Tape tape, Network network) {
      return new Setting(tape, network, Host.free(), Host.free(), PATIENT);
    }
  }

  /**
   * @throws IllegalArgumentException if a host has no price for an operation of the tape
   */
  public Replay(Setting setting) {
    this.setting = setting;
    this.clientCpu = new Cpu(clock, setting.client().cores());
    this.serverCpu = new Cpu(clock, setting.server().cores());
    this.player =
        new Player(
            clock,
            setting.tape(),
            setting.network(),
            new Player.Machine(setting.client(), clientCpu),
            new Player.Machine(setting.server(), serverCpu),
            () -> {});
  }

  /**
   * Runs one replication.
   *
   * @throws IllegalArgumentException if the tape waits for what nobody writes
   */
  public Outcome run(long seed, long replication) {
    play(seed, replication);
    long lastByte = player.timeOf(Role.CLIENT, Milestone.LAST_BYTE);
    return new Outcome(
        player.connectNanos(),
        player.timeOf(Role.CLIENT, Milestone.MAY_SEND),
        player.timeOf(Role.CLIENT, Milestone.FIRST_BYTE),
        lastByte,
        player.cpuNanos(Role.CLIENT),
        player.cpuNanos(Role.SERVER),
        player.tcp(Role.CLIENT).written(),
        player.tcp(Role.SERVER).written(),
        player.tcp(Role.CLIENT).dataSegments(),
        player.tcp(Role.SERVER).dataSegments(),
        player.tcp(Role.CLIENT).repeats() + player.tcp(Role.SERVER).repeats(),
        lastByte == Outcome.NEVER);
  }

  /** The loop itself, which allocates nothing once everything has grown to its size. */
  void play(long seed, long replication) {
    clock.reset();
    clientCpu.reset();
    serverCpu.reset();
    player.start(seed, replication);
    while (!player.isDone()) {
      if (clock.isIdle()) {
        throw new IllegalArgumentException(
            "a tape that cannot end: each move left waits for what nobody writes");
      }
      if (clock.nextTime() > setting.giveUpNanos()) {
        return;
      }
      clock.step();
    }
  }
}
