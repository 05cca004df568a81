package shakedown.config;

import com.google.common.collect.ImmutableList;
import shakedown.yaml.Fields;
import shakedown.yaml.Key;
import shakedown.yaml.Node;
import shakedown.yaml.Readers;
import shakedown.yaml.Units;

/** Reads how often variants are replayed. */
final class RunsReader {

  static final Key<Long> AT_MOST =
      new Key<>(
          "at-most", Readers.integer(1, 10_000_000), "10000", "replications a variant and point");
  static final Key<Long> SEED =
      new Key<>("seed", Readers.integer(0, Long.MAX_VALUE), "1", "of all that is random");
  private static final Key<Node.Mapping> UNTIL =
      new Key<>("until", Readers.MAPPING, "{}", "when fewer are enough");
  static final ImmutableList<Key<?>> KEYS = ImmutableList.of(AT_MOST, SEED, UNTIL);

  static final Key<Measure> METRIC =
      new Key<>("metric", Measures::read, "time-to-first-byte.p50", "what is to be known well");
  static final Key<Double> RELATIVE_ERROR =
      new Key<>(
          "relative-error",
          Units.PROBABILITY,
          "0%",
          "enough when half its interval is so small a share of it; 0%: replicate at-most times");
  static final Key<Double> CONFIDENCE =
      new Key<>("confidence", Units.PROBABILITY, "95%", "of all intervals");
  static final ImmutableList<Key<?>> UNTIL_KEYS =
      ImmutableList.of(METRIC, RELATIVE_ERROR, CONFIDENCE);

  private RunsReader() {}

  static Runs read(Fields fields) {
    fields.refuseAllBut(Reference.names(KEYS));
    Fields until = fields.within("until");
    until.refuseAllBut(Reference.names(UNTIL_KEYS));
    double confidence = until.get(CONFIDENCE);
    if (confidence < 0.5 || confidence > 0.9999) {
      until.refuse("confidence", "no such interval is of use", "50% to 99.99%");
    }
    return new Runs(
        new Runs.Until(until.get(METRIC), until.get(RELATIVE_ERROR), confidence),
        Math.toIntExact(fields.get(AT_MOST)),
        fields.get(SEED));
  }
}
