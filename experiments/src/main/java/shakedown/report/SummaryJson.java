package shakedown.report;

import shakedown.measure.Interval;
import shakedown.measure.Metric;
import shakedown.measure.Outcome;
import shakedown.run.Breakdown;
import shakedown.run.Cell;
import shakedown.run.Estimate;
import shakedown.run.LoadCurve;
import shakedown.run.Results;
import shakedown.run.Saving;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code summary.json}: what programs read. Times in nanoseconds; null where a quantile is infinite
 * because so many connections failed, or where there is nothing to tell.
 */
public final class SummaryJson {
  private static final int SCHEMA = 1;

  private final boolean withSamples;

  /** A writer; {@code withSamples} adds each value of each metric, in order of replications. */
  public SummaryJson(boolean withSamples) {
    this.withSamples = withSamples;
  }

  public String of(Results results) {
    ObjectNode root = Json.object();
    root.put("schema", SCHEMA);
    root.put("name", results.experiment().name());
    root.put("question", results.experiment().question());
    root.put("seed", results.experiment().runs().seed());
    root.put("baseline", results.experiment().baseline().name());
    ArrayNode points = root.putArray("points");
    results.cells().forEach(cell -> points.add(cell(cell)));
    ArrayNode loads = root.putArray("loads");
    results.loads().forEach(curve -> loads.add(load(curve)));
    return Json.text(root);
  }

  private ObjectNode cell(Cell cell) {
    ObjectNode node = Json.object();
    node.put("variant", cell.variant().name());
    ObjectNode axes = node.putObject("axes");
    cell.point().axes().forEach((axis, value) -> axes.put(axis, value.text()));
    ObjectNode metrics = node.putObject("metrics");
    cell.metrics().forEach((name, estimate) -> metrics.set(name, estimate(estimate)));
    if (!cell.savings().isEmpty()) {
      ObjectNode savings = node.putObject("saving");
      cell.savings().forEach((name, saving) -> savings.set(name, saving(saving)));
    }
    node.set("meanTimeToFirstByteNanos", breakdown(cell.breakdown()));
    if (withSamples) {
      samples(node.putObject("samples"), cell);
    }
    return node;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = Json.object();
    node.put("count", estimate.count());
    node.set("mean", Json.number(estimate.mean()));
    node.set("p50", Json.number(estimate.at().p50()));
    node.set("p90", Json.number(estimate.at().p90()));
    node.set("p95", Json.number(estimate.at().p95()));
    node.set("p99", Json.number(estimate.at().p99()));
    node.set("interval", interval(estimate.interval()));
    return node;
  }

  private static ObjectNode saving(Saving saving) {
    ObjectNode node = Json.object();
    node.set("mean", Json.number(saving.mean()));
    node.set("interval", interval(saving.interval()));
    return node;
  }

  private static ObjectNode interval(Interval interval) {
    ObjectNode node = Json.object();
    node.set("low", Json.number(interval.low()));
    node.set("high", Json.number(interval.high()));
    node.set("confidence", Json.number(interval.confidence()));
    return node;
  }

  private static ObjectNode breakdown(Breakdown breakdown) {
    ObjectNode node = Json.object();
    node.set("roundTrips", Json.number(breakdown.waiting()));
    node.set("transmission", Json.number(breakdown.transmission()));
    node.set("cpu", Json.number(breakdown.cpu()));
    node.set("lossAndJitter", Json.number(breakdown.loss()));
    return node;
  }

  private static ObjectNode load(LoadCurve curve) {
    ObjectNode node = Json.object();
    node.put("variant", curve.variant().name());
    node.set("saturationPerSecond", Json.number(curve.saturationPerSecond()));
    ArrayNode levels = node.putArray("levels");
    for (LoadCurve.Level level : curve.levels()) {
      ObjectNode at = levels.addObject();
      at.set("offeredPerSecond", Json.number(level.offeredPerSecond()));
      at.set("completedPerSecond", Json.number(level.completedPerSecond()));
      at.set("handshakeNanosP50", Json.number(level.p50Nanos()));
      at.set("handshakeNanosP99", Json.number(level.p99Nanos()));
    }
    return node;
  }

  private static void samples(ObjectNode node, Cell cell) {
    for (Metric metric : Metric.values()) {
      ArrayNode values = node.putArray(metric.jsonName());
      for (int i = 0; i < cell.samples().count(); i++) {
        long value = cell.samples().value(metric, i);
        if (value == Outcome.NEVER) {
          values.addNull();
        } else {
          values.add(value);
        }
      }
    }
  }
}
