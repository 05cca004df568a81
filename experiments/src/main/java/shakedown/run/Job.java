package shakedown.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import shakedown.config.Experiment;

/**
 * An experiment carried out, from tapes to results.
 *
 * @param jobs threads; they change nothing but the time
 * @param store keeps blocks between runs
 * @param progress is told how far it is
 */
public record Job(int jobs, BlockStore store, Progress progress) {
  public Job {
    if (jobs < 1) {
      throw new IllegalArgumentException(jobs + " jobs; expected at least one");
    }
  }

  public Results run(Experiment experiment, ReplayBench bench) {
    try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
      try {
        var samples = new Runner(experiment, bench, store, progress).run(threads, jobs);
        var cells = new Evaluation(experiment, bench).cells(samples);
        return new Results(
            experiment, cells, new LoadRuns(experiment, bench, progress).run(threads));
      } finally {
        threads.shutdownNow();
      }
    }
  }
}
