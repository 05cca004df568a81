package shakedown.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import shakedown.report.Console;
import shakedown.report.SummaryJson;
import shakedown.run.Results;

/** What {@code run} says at its end. */
record RunText(Results results, Path folder, Path config, ImmutableList<String> charts) {

  /** Answer, conditions, table, files, what next. */
  String people() {
    String more = charts.size() > 1 ? "  (+" + (charts.size() - 1) + ")" : "";
    String chart = charts.isEmpty() ? "" : "    charts/" + charts.getFirst() + ".svg" + more;
    return new Console(results).text()
        + "\n"
        + folder.resolve("report.html")
        + chart
        + "    results.csv  summary.json\n"
        + "again, with your network:  ./shakedown run "
        + config
        + " --set network.rtt=180ms\n";
  }

  /** The same for programs: what is in {@code summary.json}. */
  String json(boolean samples) {
    return new SummaryJson(samples).of(results);
  }
}
