package shakedown.measure;

import java.util.BitSet;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The {@code x} without negative parts for which {@code a x} is nearest to {@code b}: Lawson and
 * Hanson, Solving Least Squares Problems, 1974, chapter 23.
 */
public final class NonNegativeLeastSquares {
  private static final double TOLERANCE = 1e-9;

  private final RealMatrix a;
  private final RealVector b;
  private final BitSet free = new BitSet();
  private RealVector x;

  private NonNegativeLeastSquares(RealMatrix a, RealVector b) {
    this.a = a;
    this.b = b;
    this.x = new ArrayRealVector(a.getColumnDimension());
  }

  /**
   * Finds it.
   *
   * @param a a row an observation, a column an unknown
   * @param b what was observed, in the unit of {@code a x}
   */
  public static RealVector solve(RealMatrix a, RealVector b) {
    return new NonNegativeLeastSquares(a, b).solve();
  }

  private RealVector solve() {
    int limit = 3 * a.getColumnDimension();
    for (int round = 0; round < limit; round++) {
      int steepest = steepest();
      if (steepest < 0) {
        break;
      }
      free.set(steepest);
      descend();
    }
    return x;
  }

  /** The unknown at zero whose growth would help most; -1 if none would. */
  private int steepest() {
    RealVector slope = a.preMultiply(b.subtract(a.operate(x)));
    int best = -1;
    for (int i = 0; i < slope.getDimension(); i++) {
      if (!free.get(i)
          && slope.getEntry(i) > TOLERANCE
          && (best < 0 || slope.getEntry(i) > slope.getEntry(best))) {
        best = i;
      }
    }
    return best;
  }

  /** Goes towards the best free unknowns, and ties down those that would become negative. */
  private void descend() {
    while (!free.isEmpty()) {
      RealVector target = unconstrained();
      double step = 1;
      for (int i = free.nextSetBit(0); i >= 0; i = free.nextSetBit(i + 1)) {
        if (target.getEntry(i) <= 0) {
          step = Double.min(step, x.getEntry(i) / (x.getEntry(i) - target.getEntry(i)));
        }
      }
      x = x.add(target.subtract(x).mapMultiply(step));
      if (step == 1) {
        return;
      }
      for (int i = 0; i < x.getDimension(); i++) {
        if (free.get(i) && x.getEntry(i) <= TOLERANCE) {
          free.clear(i);
          x.setEntry(i, 0);
        }
      }
    }
  }

  private RealVector unconstrained() {
    int[] columns = free.stream().toArray();
    int[] rows = new int[a.getRowDimension()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    RealVector solved =
        new SingularValueDecomposition(a.getSubMatrix(rows, columns)).getSolver().solve(b);
    RealVector target = new ArrayRealVector(a.getColumnDimension());
    for (int i = 0; i < columns.length; i++) {
      target.setEntry(columns[i], solved.getEntry(i));
    }
    return target;
  }
}
