package shakedown.run;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import shakedown.config.Experiment;
import shakedown.config.Point;
import shakedown.config.Variant;
import shakedown.measure.Outcome;

/**
 * Runs the blocks of an experiment on threads. Blocks are begun ahead but looked at in order, and
 * what was computed beyond the stopping rule's yes is thrown away: the number of threads changes
 * nothing but the time.
 */
final class Runner {
  private final Experiment experiment;
  private final Bench bench;
  private final BlockStore store;
  private final Progress progress;

  Runner(Experiment experiment, Bench bench, BlockStore store, Progress progress) {
    this.experiment = experiment;
    this.bench = bench;
    this.store = store;
    this.progress = progress;
  }

  /** For each point in order, the samples of each variant in order. */
  ImmutableList<ImmutableList<Samples>> run(ExecutorService threads, int jobs) {
    return IntStream.range(0, experiment.points().size())
        .mapToObj(point -> new AtPoint(point, threads).run(jobs))
        .collect(ImmutableList.toImmutableList());
  }

  private final class AtPoint {
    private final int point;
    private final ExecutorService threads;
    private final Deque<Future<Block>> begun = new ArrayDeque<>();
    private int next;

    AtPoint(int point, ExecutorService threads) {
      this.point = point;
      this.threads = threads;
    }

    ImmutableList<Samples> run(int jobs) {
      List<Block> blocks = new ArrayList<>();
      int variants = experiment.variants().size();
      StoppingRule rule = new StoppingRule(experiment.runs().until(), variants);
      boolean isEnough = false;
      begin(jobs);
      while (!begun.isEmpty() && !isEnough) {
        Block block = Threads.done(begun.removeFirst());
        blocks.add(block);
        isEnough = rule.isMetWith(block);
        progress.blockDone(point, blocks.size() * Block.SIZE);
        begin(jobs);
      }
      begun.forEach(block -> block.cancel(true));
      return IntStream.range(0, variants)
          .mapToObj(i -> Samples.concat(blocks.stream().map(b -> b.variants().get(i)).toList()))
          .collect(ImmutableList.toImmutableList());
    }

    private void begin(int jobs) {
      // One more than there are threads: none waits while a block is looked at.
      while (begun.size() <= jobs && next * Block.SIZE < experiment.runs().atMost()) {
        Block.Place place = new Block.Place(point, next++);
        begun.add(threads.submit(() -> store.get(place, () -> compute(place))));
      }
    }
  }

  private Block compute(Block.Place place) {
    Point point = experiment.points().get(place.point());
    int end = Math.min(place.first() + Block.SIZE, experiment.runs().atMost());
    return new Block(
        experiment.variants().values().stream()
            .map(variant -> compute(variant, point, place.first(), end))
            .collect(ImmutableList.toImmutableList()));
  }

  private Samples compute(Variant variant, Point point, int first, int end) {
    Bench.Trial trial = bench.trial(variant, point);
    List<Outcome> outcomes = new ArrayList<>();
    for (int replication = first; replication < end; replication++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("no longer wanted");
      }
      outcomes.add(trial.run(replication));
    }
    return Samples.of(outcomes);
  }
}
