package shakedown.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

final class NonNegativeLeastSquaresTest {
  private static RealVector solve(double[][] a, double... b) {
    return NonNegativeLeastSquares.solve(MatrixUtils.createRealMatrix(a), new ArrayRealVector(b));
  }

  @Test
  void what_fits_exactly_is_found() {
    RealVector x = solve(new double[][] {{1, 1}, {1, 2}, {1, 3}}, 5, 7, 9);

    assertThat(x.getEntry(0)).isCloseTo(3, within(1e-9));
    assertThat(x.getEntry(1)).isCloseTo(2, within(1e-9));
  }

  @Test
  void what_would_be_negative_is_zero_and_the_rest_makes_the_best_of_it() {
    RealVector x = solve(new double[][] {{1, 1}, {1, 2}, {1, 3}}, 4, 2, 0);

    assertThat(x.getEntry(0)).isCloseTo(2, within(1e-9));
    assertThat(x.getEntry(1)).isZero();
  }

  @Test
  void unknowns_that_nothing_tells_apart_share_what_there_is() {
    RealVector x = solve(new double[][] {{1, 1}, {2, 2}}, 3, 6);

    assertThat(x.getEntry(0) + x.getEntry(1)).isCloseTo(3, within(1e-9));
  }
}
