package shakedown.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import shakedown.config.Experiment;
import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.measure.Arrivals;
import shakedown.measure.Load;
import shakedown.measure.LoadOutcome;

/**
 * The loaded server at the first point, on its network without loss and jitter, whose waits of
 * seconds would hide those for the processor: each variant at the loads of the file and, so that
 * its knee is seen, at shares of the load that it cannot pass. Loads far beyond are left out: there
 * is nothing to see but the queue.
 */
final class LoadRuns {
  private static final ImmutableList<Double> AROUND_SATURATION =
      ImmutableList.of(0.5, 0.8, 0.9, 0.95, 1.0, 1.1);
  private static final double FARTHEST = 1.25;
  private static final long GIVE_UP_NANOS = 10_000_000_000L;

  /** Of the time measured, played before it, so that the queue has found its length. */
  private static final int WARM_UP_SHARE = 4;

  private final Experiment experiment;
  private final Bench bench;
  private final Progress progress;
  private final Point point;

  LoadRuns(Experiment experiment, Bench bench, Progress progress) {
    this.progress = progress;
    this.experiment = experiment;
    this.bench = bench;
    this.point = Conditions.lossless(experiment.base());
  }

  /** A curve a variant, in order; none if no arrivals are asked for. */
  ImmutableList<LoadCurve> run(ExecutorService threads) {
    if (point.workload().arrivals().perSecond().isEmpty()) {
      return ImmutableList.of();
    }
    List<List<Future<LoadCurve.Level>>> begun = new ArrayList<>();
    ImmutableList<Variant> variants = experiment.variants().values().asList();
    for (Variant variant : variants) {
      begun.add(
          loads(variant).stream()
              .map(load -> threads.submit(() -> level(setting(variant, load))))
              .toList());
    }
    int of = begun.stream().mapToInt(List::size).sum();
    int done = 0;
    ImmutableList.Builder<LoadCurve> curves = ImmutableList.builder();
    for (int i = 0; i < variants.size(); i++) {
      ImmutableList.Builder<LoadCurve.Level> levels = ImmutableList.builder();
      for (Future<LoadCurve.Level> level : begun.get(i)) {
        levels.add(Threads.done(level));
        progress.loadDone(++done, of);
      }
      double saturation = setting(variants.get(i), 1).saturationPerSecond();
      curves.add(new LoadCurve(variants.get(i), levels.build(), saturation));
    }
    return curves.build();
  }

  private ImmutableSortedSet<Double> loads(Variant variant) {
    double saturation = setting(variant, 1).saturationPerSecond();
    ImmutableSortedSet.Builder<Double> loads = ImmutableSortedSet.naturalOrder();
    for (long load : point.workload().arrivals().perSecond()) {
      if (load <= FARTHEST * saturation) {
        loads.add((double) load);
      }
    }
    if (Double.isFinite(saturation)) {
      AROUND_SATURATION.forEach(share -> loads.add(share * saturation));
    }
    return loads.build();
  }

  private Load.Setting setting(Variant variant, double perSecond) {
    long measured = point.workload().arrivals().forNanos();
    return bench.load(
        variant, point, new Arrivals(perSecond, measured / WARM_UP_SHARE, measured, GIVE_UP_NANOS));
  }

  private LoadCurve.Level level(Load.Setting setting) {
    LoadOutcome outcome = new Load(setting).run(experiment.runs().seed());
    return new LoadCurve.Level(
        outcome.offeredPerSecond(),
        outcome.handshakesPerSecond(),
        Estimate.value(outcome.handshakeNanos().at(0.5)),
        Estimate.value(outcome.handshakeNanos().at(0.99)));
  }
}
