package shakedown.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shakedown.trace.Trace;
import shakedown.world.Finding;
import shakedown.world.Report;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code explore --json} prints. */
final class ExploreJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ExploreJson() {}

  static String of(Report report, double seconds, long peakBytes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scenario", report.scenario().name());
    json.put("states", report.states());
    json.put("transitions", report.transitions());
    json.put("depth", report.depth());
    json.put("seconds", seconds);
    json.put("statesPerSecond", report.states() / Math.max(1e-9, seconds));
    json.put("bytesPerState", report.bytesPerState());
    json.put("peakMemoryBytes", peakBytes);
    // Rows are compared whole, never by a fingerprint.
    json.put("collisionProbability", 0);
    json.put("deadlocks", report.deadlocks());
    json.put("verdicts", report.verdicts().stream().map(ExploreJson::verdict).toList());
    json.put("bounds", report.bounds());
    json.put("complete", report.complete());
    return MAPPER.writeValueAsString(json);
  }

  private static Map<String, Object> verdict(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("property", finding.property());
    json.put("kind", finding.kind());
    json.put("verdict", finding.verdict());
    json.put("expected", finding.expected());
    Trace trace = finding.trace();
    if (trace != null) {
      json.put("steps", trace.steps());
      json.put("trace", List.copyOf(trace.lines()));
    }
    return json;
  }
}
