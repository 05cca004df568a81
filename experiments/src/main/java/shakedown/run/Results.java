package shakedown.run;

import com.google.common.collect.ImmutableList;
import shakedown.config.Experiment;
import shakedown.config.Point;

/**
 * All that a run found.
 *
 * @param cells point by point, and variant by variant within
 * @param loads a curve a variant at the first point; none if no arrivals were asked for
 */
public record Results(
    Experiment experiment, ImmutableList<Cell> cells, ImmutableList<LoadCurve> loads) {

  /** The variants at one point, in their order. */
  public ImmutableList<Cell> at(Point point) {
    return cells.stream()
        .filter(cell -> cell.point().equals(point))
        .collect(ImmutableList.toImmutableList());
  }

  /** One variant at one point. */
  public Cell cell(String variant, Point point) {
    return at(point).stream()
        .filter(cell -> cell.variant().name().equals(variant))
        .findFirst()
        .orElseThrow();
  }

  /** The conditions of the file itself. */
  public Point base() {
    return experiment.points().getFirst();
  }

  /** Those without loss and jitter, under which loads are measured. */
  public Point lossless() {
    return Conditions.lossless(base());
  }
}
