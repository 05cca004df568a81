package shakedown.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shakedown.config.Experiment;
import shakedown.report.ResultFolder.Content;
import shakedown.report.ResultFolder.Rows;
import shakedown.run.BlockStore;
import shakedown.run.Experiments;
import shakedown.run.HandMade;
import shakedown.run.Job;
import shakedown.run.Progress;
import shakedown.run.ReplayBench;
import shakedown.run.Results;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultFolderTest {
  private static final Origin ORIGIN = new Origin("abc", "0.1.0", "./shakedown run a&b.yaml");

  @TempDir private static Path folder = Path.of("");
  private static Path out = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    out = folder.resolve("out");
    write(out, results(1), Rows.REPLICATIONS);
  }

  @Test
  void threads_and_locale_change_no_octet_of_any_file() throws IOException {
    Path again = folder.resolve("again");
    Locale locale = Locale.getDefault();

    Locale.setDefault(Locale.forLanguageTag("hi-IN-u-nu-deva"));
    try {
      write(again, results(3), Rows.REPLICATIONS);
    } finally {
      Locale.setDefault(locale);
    }

    List<Path> files = files(out);
    assertThat(files(again)).isEqualTo(files);
    for (Path file : files) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(out.resolve(file));
    }
  }

  @Test
  void the_files_are_those_that_others_rely_on_and_no_drafts_are_left() throws IOException {
    assertThat(files(out).stream().map(Path::toString))
        .containsExactly(
            "charts/bytes-and-cpu-by-variant.png",
            "charts/bytes-and-cpu-by-variant.svg",
            "charts/throughput.png",
            "charts/throughput.svg",
            "charts/time-to-first-byte-by-rtt.png",
            "charts/time-to-first-byte-by-rtt.svg",
            "charts/time-to-first-byte-distribution.png",
            "charts/time-to-first-byte-distribution.svg",
            "charts/where-the-time-went.png",
            "charts/where-the-time-went.svg",
            "manifest.json",
            "report.html",
            "results.csv",
            "summary.json");
  }

  @Test
  void the_table_has_a_row_a_variant_point_and_replication() throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("results.csv"));

    assertThat(lines).hasSize(1 + 3 * 3 * 600);
    assertThat(lines.getFirst())
        .startsWith("variant,network.rtt,replication,tcpConnectNanos,handshakeNanos,");
    assertThat(lines.get(1)).startsWith("full,50ms,0,");
  }

  @Test
  void aggregates_have_a_row_a_variant_and_point() throws IOException {
    Path other = folder.resolve("aggregates");

    write(other, results(2), Rows.AGGREGATES);

    List<String> lines = Files.readAllLines(other.resolve("results.csv"));
    assertThat(lines).hasSize(1 + 3 * 3);
    assertThat(lines.getFirst()).contains(",roundTrips.mean,");
  }

  @Test
  void the_summary_has_estimates_intervals_and_savings() throws IOException {
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(out.resolve("summary.json")));

    assertThat(summary.get("schema").asInt()).isEqualTo(1);
    assertThat(summary.get("baseline").asString()).isEqualTo("full");
    assertThat(summary.get("seed").asInt()).isEqualTo(7);
    JsonNode early = summary.get("points").get(2);
    assertThat(early.get("variant").asString()).isEqualTo("early");
    assertThat(early.get("axes").get("network.rtt").asString()).isEqualTo("50ms");
    assertThat(early.at("/metrics/roundTrips/mean").asDouble()).isEqualTo(2);
    assertThat(early.at("/metrics/timeToFirstByteNanos/count").asInt()).isEqualTo(600);
    assertThat(early.at("/metrics/timeToFirstByteNanos/interval/confidence").asDouble())
        .isEqualTo(0.95);
    assertThat(early.at("/saving/timeToFirstByteNanos/mean").asDouble()).isGreaterThan(90e6);
    assertThat(summary.get("points").get(0).has("saving")).isFalse();
  }

  @Test
  void the_page_needs_nothing_from_elsewhere_and_escapes_what_the_configuration_says()
      throws IOException {
    String page = Files.readString(out.resolve("report.html"), UTF_8);

    assertThat(page).contains("default-src 'none'").contains("&lt;b&gt;save&lt;/b&gt;");
    assertThat(page).doesNotContain("<b>").doesNotContain("<script").doesNotContain("src=");
    assertThat(page).doesNotContain("href=\"http");
    assertThat(page).contains("Where the time went").contains("./shakedown run a&amp;b.yaml");
  }

  @Test
  void the_terminal_s_table_fits_a_hundred_columns() {
    String text = new Console(results(2)).text();

    assertThat(text).startsWith("How much does each shortcut <b>save</b>?\nearly saves ");
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }

  private static Results results(int jobs) {
    try {
      Experiment experiment = Experiments.small(folder);
      return new Job(jobs, BlockStore.NONE, Progress.NONE)
          .run(experiment, new ReplayBench(new HandMade(), 7));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path to, Results results, Rows rows) throws IOException {
    new ResultFolder(to, new Content(rows, false)).write(results, ORIGIN);
  }

  private static List<Path> files(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(root::relativize).sorted().toList();
    }
  }
}
