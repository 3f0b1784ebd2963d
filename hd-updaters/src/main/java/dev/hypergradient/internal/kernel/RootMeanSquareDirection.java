package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The gradient in units of its root mean square: v ← β₂ v + (1−β₂) g², d = g / √(v / (1 − β₂ᵗ)), 0
 * where v is 0. Adam's direction without its first moment and ε. Its one vector holds v.
 *
 * <p>The root of the smallest normal number is added to that of v. Gradients so small that g² is
 * rounded to 0, as behind a saturated softmax, then have next to no part in d; the smallest number
 * itself would make them enormous.
 */
public final class RootMeanSquareDirection implements Direction {
  private static final float FLOAT_MIN_ROOT = (float) Math.sqrt(Float.MIN_NORMAL);
  private static final double DOUBLE_MIN_ROOT = Math.sqrt(Double.MIN_NORMAL);

  private final int meanSquare;
  private final double beta2;

  /** √(1 − β₂ᵗ). */
  private final double scale;

  /** √(1 − β₂ᵗ) for β₂ rounded to float, which is what v is averaged with there. */
  private final float floatScale;

  /**
   * The direction of one step.
   *
   * @param firstVector the place of the method's own vectors in the state
   * @param beta2 β₂
   * @param iteration t − 1
   */
  public RootMeanSquareDirection(int firstVector, double beta2, int iteration) {
    meanSquare = firstVector;
    this.beta2 = beta2;
    scale = Math.sqrt(1 - Math.pow(beta2, iteration + 1));
    floatScale = (float) Math.sqrt(1 - Math.pow(FloatConstants.decay(beta2), iteration + 1));
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray v = vectors[meanSquare];
    INDArray squares = gradient.mul(gradient);
    v.muli(beta2).addi(squares.muli(1 - beta2));
    double min = v.dataType() == DataType.DOUBLE ? DOUBLE_MIN_ROOT : FLOAT_MIN_ROOT;
    gradient.divi(Transforms.sqrt(v, true).addi(min)).muli(scale);
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] v = vectors[meanSquare];
    float b2 = FloatConstants.decay(beta2);
    float rest = 1 - b2;
    float factor = floatScale;
    for (int i = 0; i < length; i++) {
      float g = gradient[i];
      float second = b2 * v[i] + rest * g * g;
      v[i] = second;
      gradient[i] = factor * (g / ((float) Math.sqrt(second) + FLOAT_MIN_ROOT));
    }
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    double[] v = vectors[meanSquare];
    double rest = 1 - beta2;
    for (int i = 0; i < length; i++) {
      double g = gradient[i];
      double second = beta2 * v[i] + rest * g * g;
      v[i] = second;
      gradient[i] = scale * (g / (Math.sqrt(second) + DOUBLE_MIN_ROOT));
    }
  }

  /** Without the roots. */
  @Override
  public void square(float[] gradient, float[][] vectors, int length) {
    float[] v = vectors[meanSquare];
    float b2 = FloatConstants.decay(beta2);
    float rest = 1 - b2;
    float factor = floatScale * floatScale;
    for (int i = 0; i < length; i++) {
      float square = gradient[i] * gradient[i];
      gradient[i] = factor * (square / (b2 * v[i] + rest * square + Float.MIN_NORMAL));
    }
  }

  /** Without the roots. */
  @Override
  public void square(double[] gradient, double[][] vectors, int length) {
    double[] v = vectors[meanSquare];
    double rest = 1 - beta2;
    double factor = scale * scale;
    for (int i = 0; i < length; i++) {
      double square = gradient[i] * gradient[i];
      gradient[i] = factor * (square / (beta2 * v[i] + rest * square + Double.MIN_NORMAL));
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == meanSquare;
  }

  @Override
  public int[] squares() {
    return new int[] {meanSquare};
  }
}
