package dev.hypergradient.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients whose squares are rounded to zero, such as saturated units and softmaxes have: |d| ≤
 * 1/√(1 − β₂) · √(1 − β₂ᵗ), which is 1 in the first step, however small they are.
 */
class RootMeanSquareDirectionTest {
  private final Direction direction = new RootMeanSquareDirection(0, 0.999, 0);

  @ParameterizedTest
  @ValueSource(doubles = {1e-10, 1e-18, 1e-19, 1e-20, 1e-21, 8e-22, 1e-22, 1e-25, 1e-30, 1e-38})
  void tinyGradientsOfFloatHaveShortDirections(double size) {
    float[] gradient = {(float) size};
    direction.apply(gradient, new float[][] {new float[1]}, 1);
    assertShort(gradient[0]);

    float[] square = {(float) size};
    direction.square(square, new float[][] {new float[1]}, 1);
    assertShort(square[0]);

    INDArray array = Nd4j.createFromArray((float) size);
    direction.apply(array, new INDArray[] {Nd4j.createFromArray(0f)});
    assertShort(array.getDouble(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-100, 1e-150, 1e-155, 1e-160, 1e-162, 1e-170, 1e-250, 1e-307})
  void tinyGradientsOfDoubleHaveShortDirections(double size) {
    double[] gradient = {size};
    direction.apply(gradient, new double[][] {new double[1]}, 1);
    assertShort(gradient[0]);

    double[] square = {size};
    direction.square(square, new double[][] {new double[1]}, 1);
    assertShort(square[0]);

    INDArray array = Nd4j.createFromArray(size);
    direction.apply(array, new INDArray[] {Nd4j.createFromArray(0.0)});
    assertShort(array.getDouble(0));
  }

  /** To the rounding of denormal numbers. */
  private static void assertShort(double value) {
    assertThat(value).isBetween(0.0, 1.5);
  }
}
