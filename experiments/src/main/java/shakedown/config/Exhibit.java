package shakedown.config;

import com.google.common.collect.ImmutableList;

/** Something that the report shows. */
public sealed interface Exhibit {

  /** The share of connections that took at most so long, a line a variant. */
  record Ecdf(Measure of) implements Exhibit {}

  /** A measure along an axis of the sweep, a line a variant. */
  record ByAxis(Measure of, String axis) implements Exhibit {}

  /** A bar a variant for each measure. */
  record Bars(ImmutableList<Measure> of) implements Exhibit {}

  /** Handshakes a second and latency against offered load, a line a variant. */
  record Throughput() implements Exhibit {}

  /**
   * A row a variant.
   *
   * @param againstBaseline whether savings are shown beside
   */
  record Table(ImmutableList<Measure> of, boolean againstBaseline) implements Exhibit {}
}
