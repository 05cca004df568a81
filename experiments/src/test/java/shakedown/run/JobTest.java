package shakedown.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.config.Experiment;
import shakedown.measure.Metric;
import shakedown.report.SummaryJson;

class JobTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void the_number_of_threads_changes_nothing() throws IOException {
    Experiment experiment = Experiments.small(folder);

    String alone = summary(experiment, 1, BlockStore.NONE);
    String many = summary(experiment, 5, BlockStore.NONE);

    assertThat(many).isEqualTo(alone);
  }

  @Test
  void a_run_that_was_cut_short_goes_on_to_the_same_results() throws IOException {
    Experiment experiment = Experiments.small(folder);
    String whole = summary(experiment, 2, BlockStore.NONE);
    Unfinished unfinished = Unfinished.in(folder.resolve("out"), "id");
    summary(experiment, 2, unfinished.open(false));
    try (var files = Files.list(unfinished.folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith("block-1")).toList()) {
        Files.delete(file);
      }
    }
    AtomicInteger computed = new AtomicInteger();
    BlockStore kept = unfinished.open(true);

    String resumed =
        summary(
            experiment,
            2,
            (place, compute) ->
                kept.get(
                    place,
                    () -> {
                      computed.incrementAndGet();
                      return compute.get();
                    }));

    assertThat(resumed).isEqualTo(whole);
    assertThat(computed).hasValue(experiment.points().size());
  }

  @Test
  void it_stops_after_the_first_block_that_is_enough() throws IOException {
    Experiment loose =
        Experiments.small(
            folder,
            "network.loss=0%",
            "runs.until={metric: time-to-first-byte.p50, relative-error: 5%, confidence: 95%}");

    Results results = run(loose, 3, BlockStore.NONE);

    assertThat(results.cells()).allMatch(cell -> cell.samples().count() == Block.SIZE);
  }

  @Test
  void without_an_error_to_reach_it_does_all() throws IOException {
    Results results = run(Experiments.small(folder), 2, BlockStore.NONE);

    assertThat(results.cells()).allMatch(cell -> cell.samples().count() == 600);
  }

  @Test
  void round_trips_and_the_parts_of_the_time_are_as_counted_by_hand() throws IOException {
    Results results = run(Experiments.small(folder), 2, BlockStore.NONE);

    Cell full = results.cell("full", results.base());
    assertThat(full.breakdown().roundTrips()).isEqualTo(4);
    assertThat(results.cell("resumed", results.base()).breakdown().roundTrips()).isEqualTo(3);
    assertThat(results.cell("early", results.base()).breakdown().roundTrips()).isEqualTo(2);
    Breakdown parts = full.breakdown();
    assertThat(parts.waiting()).isEqualTo(4 * 50e6);
    assertThat(parts.cpu()).isCloseTo(1.9e6, within(0.5e6));
    assertThat(parts.waiting() + parts.transmission() + parts.cpu() + parts.loss())
        .isCloseTo(full.metric("timeToFirstByteNanos").mean(), within(1.0));
  }

  @Test
  void a_saving_is_the_mean_of_paired_differences() throws IOException {
    Results results = run(Experiments.small(folder), 2, BlockStore.NONE);
    Cell full = results.cell("full", results.base());
    Cell early = results.cell("early", results.base());

    double sum = 0;
    for (int i = 0; i < 600; i++) {
      sum +=
          full.samples().value(Metric.TIME_TO_FIRST_BYTE, i)
              - early.samples().value(Metric.TIME_TO_FIRST_BYTE, i);
    }

    Saving saving = early.savings().getOrDefault("timeToFirstByteNanos", Saving.exact(0, 0.95));
    assertThat(saving.mean()).isCloseTo(sum / 600, within(1e-3));
    assertThat(saving.interval().high() - saving.interval().low()).isLessThan(0.2 * saving.mean());
    assertThat(full.savings()).isEmpty();
  }

  private static String summary(Experiment experiment, int jobs, BlockStore store) {
    return new SummaryJson(true).of(run(experiment, jobs, store));
  }

  private static Results run(Experiment experiment, int jobs, BlockStore store) {
    return new Job(jobs, store, Progress.NONE)
        .run(experiment, new ReplayBench(new HandMade(), experiment.runs().seed()));
  }
}
