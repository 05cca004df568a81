package shakedown.report;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import shakedown.measure.Metric;
import shakedown.measure.Outcome;
import shakedown.run.Cell;
import shakedown.run.Estimate;
import shakedown.run.Results;

/**
 * {@code results.csv} (RFC 4180, but lines end in a line feed): a row a variant, point and
 * replication, or with {@code aggregate} a row a variant and point. What was not reached is empty.
 */
public final class ResultsCsv {
  private static final Joiner COMMAS = Joiner.on(',');

  private ResultsCsv() {}

  public static void replications(Results results, Appendable out) throws IOException {
    ImmutableSet<String> axes = axes(results);
    List<String> head = new ArrayList<>(List.of("variant"));
    axes.forEach(axis -> head.add(quoted(axis)));
    head.add("replication");
    for (Metric metric : Metric.values()) {
      head.add(metric.jsonName());
    }
    COMMAS.appendTo(out, head).append('\n');
    for (Cell cell : results.cells()) {
      String where = where(cell, axes);
      for (int i = 0; i < cell.samples().count(); i++) {
        out.append(where).append(',').append(Integer.toString(i));
        for (Metric metric : Metric.values()) {
          long value = cell.samples().value(metric, i);
          out.append(',').append(value == Outcome.NEVER ? "" : Long.toString(value));
        }
        out.append('\n');
      }
    }
  }

  public static void aggregates(Results results, Appendable out) throws IOException {
    ImmutableSet<String> axes = axes(results);
    ImmutableSet<String> metrics = results.cells().getFirst().metrics().keySet();
    List<String> head = new ArrayList<>(List.of("variant"));
    axes.forEach(axis -> head.add(quoted(axis)));
    head.add("replications");
    for (String metric : metrics) {
      for (String statistic : List.of("mean", "p50", "p90", "p95", "p99", "low", "high")) {
        head.add(metric + "." + statistic);
      }
    }
    COMMAS.appendTo(out, head).append('\n');
    for (Cell cell : results.cells()) {
      List<String> row = new ArrayList<>(List.of(where(cell, axes)));
      row.add(Integer.toString(cell.samples().count()));
      metrics.forEach(metric -> columns(row, cell.metric(metric)));
      COMMAS.appendTo(out, row).append('\n');
    }
  }

  private static void columns(List<String> row, Estimate estimate) {
    row.add(number(estimate.mean()));
    row.add(number(estimate.at().p50()));
    row.add(number(estimate.at().p90()));
    row.add(number(estimate.at().p95()));
    row.add(number(estimate.at().p99()));
    row.add(number(estimate.interval().low()));
    row.add(number(estimate.interval().high()));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Json.number(value).asString() : "";
  }

  private static ImmutableSet<String> axes(Results results) {
    return results.cells().stream()
        .flatMap(cell -> cell.point().axes().keySet().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  private static String where(Cell cell, ImmutableSet<String> axes) {
    List<String> row = new ArrayList<>(List.of(quoted(cell.variant().name())));
    for (String axis : axes) {
      var value = cell.point().axes().get(axis);
      row.add(value == null ? "" : quoted(value.text()));
    }
    return COMMAS.join(row);
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
