package shakedown.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shakedown.config.Experiment;
import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.config.Workload;
import shakedown.host.Host;
import shakedown.measure.Arrivals;
import shakedown.measure.Load;
import shakedown.measure.Replay;
import shakedown.tape.Tape;

/** Replays tapes with the simulator. A tape is made once for each size of request and response. */
public final class ReplayBench implements Bench {
  private final Tapes tapes;
  private final long seed;
  private final Map<Made, Tape> made = new ConcurrentHashMap<>();

  private record Made(Variant variant, long request, long response) {}

  public ReplayBench(Tapes tapes, long seed) {
    this.tapes = tapes;
    this.seed = seed;
  }

  /**
   * Makes all that the experiment needs, so that nothing is begun that cannot be ended.
   *
   * @throws IllegalArgumentException if a cost profile has no price for what a variant computes
   */
  public void prepare(Experiment experiment) {
    for (Point point : experiment.points()) {
      experiment.variants().values().forEach(variant -> trial(variant, point));
    }
  }

  @Override
  public Trial trial(Variant variant, Point point) {
    Workload workload = point.workload();
    Replay replay =
        new Replay(
            new Replay.Setting(
                tape(variant, workload),
                point.network(),
                Host.of(workload.client()),
                server(workload),
                Replay.Setting.PATIENT));
    return replication -> replay.run(seed, replication);
  }

  @Override
  public Load.Setting load(Variant variant, Point point, Arrivals arrivals) {
    Workload workload = point.workload();
    return new Load.Setting(
        tape(variant, workload),
        point.network(),
        Host.of(workload.client()),
        server(workload),
        arrivals);
  }

  private static Host server(Workload workload) {
    return new Host(workload.server(), workload.cores(), Host.OPENSSL_BUFFER);
  }

  private Tape tape(Variant variant, Workload workload) {
    Made key = new Made(variant, workload.requestOctets(), workload.responseOctets());
    return made.computeIfAbsent(key, _ -> tapes.of(variant, workload));
  }
}
