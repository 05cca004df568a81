package shakedown.tape;

import shakedown.engine.Clock;
import shakedown.host.Cpu;
import shakedown.host.Host;
import shakedown.net.Network;
import shakedown.net.Tcp;
import shakedown.net.TcpPair;
import shakedown.wire.Role;

/**
 * One connection that replays a tape over simulated TCP; used for one replication after another.
 */
public final class Player {
  private final Clock clock;
  private final TcpPair pair;
  private final SidePlayer client;
  private final SidePlayer server;
  private final Runnable ended;
  private long startedAt;

  /** A side's host and its cores, which it may share with other connections. */
  public record Machine(Host host, Cpu cpu) {}

  /**
   * @param ended runs when all moves of both sides are done
   */
  public Player(
      Clock clock, Tape tape, Network network, Machine client, Machine server, Runnable ended) {
    this.clock = clock;
    this.ended = ended;
    this.pair = new TcpPair(clock, network);
    long[] begins = new long[tape.moves().size()];
    this.client =
        new SidePlayer(
            new SidePlayer.Seat(clock, client.cpu(), pair.client(), this::sideEnded),
            new Script(tape, Role.CLIENT, client.host()),
            begins);
    this.server =
        new SidePlayer(
            new SidePlayer.Seat(clock, server.cpu(), pair.server(), this::sideEnded),
            new Script(tape, Role.SERVER, server.host()),
            begins);
    pair.client().serve(this.client);
    pair.server().serve(this.server);
  }

  /** The client connects now, through the network of that replication. */
  public void start(long seed, long replication) {
    startedAt = clock.now();
    pair.reset(seed, replication);
    client.reset();
    server.reset();
    pair.client().connect();
  }

  /** Whether all moves of both sides are done. */
  public boolean isDone() {
    return client.isDone() && server.isDone();
  }

  /** Neither side begins anything more. */
  public void abandon() {
    client.abandon();
    server.abandon();
  }

  /** Whether neither side computes or waits for a core, so that the player can start again. */
  public boolean isIdle() {
    return client.isIdle() && server.isIdle();
  }

  /** Nanoseconds from the start to a milestone of a side; {@link Long#MAX_VALUE} if not reached. */
  public long timeOf(Role side, Milestone milestone) {
    return sinceStart(side(side).claimedAt(milestone));
  }

  /** Nanoseconds from the start until the client could write; {@link Long#MAX_VALUE} if never. */
  public long connectNanos() {
    return sinceStart(client.connectedAt());
  }

  /** Nanoseconds that a side computed. */
  public long cpuNanos(Role side) {
    return side(side).cpuNanos();
  }

  /** An end of the connection, to read its counters. */
  public Tcp tcp(Role side) {
    return side == Role.CLIENT ? pair.client() : pair.server();
  }

  private SidePlayer side(Role side) {
    return side == Role.CLIENT ? client : server;
  }

  private long sinceStart(long time) {
    return time == SidePlayer.NEVER ? SidePlayer.NEVER : time - startedAt;
  }

  private void sideEnded() {
    if (isDone()) {
      ended.run();
    }
  }
}
