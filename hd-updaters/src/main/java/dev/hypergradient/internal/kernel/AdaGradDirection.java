package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdaGradUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** AdaGrad: q ← q + g², d = g / (√q + ε). Its one vector holds q. */
public final class AdaGradDirection implements Direction {
  private final int sumOfSquares;
  private final double epsilon;

  /**
   * The direction of one step.
   *
   * @param firstVector the place of the method's own vectors in the state
   * @param epsilon ε
   */
  public AdaGradDirection(int firstVector, double epsilon) {
    sumOfSquares = firstVector;
    this.epsilon = FloatConstants.epsilon(epsilon);
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray q = vectors[sumOfSquares];
    Nd4j.exec(new AdaGradUpdater(gradient, q, gradient, q, 1.0, epsilon));
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] sum = vectors[sumOfSquares];
    float eps = (float) epsilon;
    for (int i = 0; i < length; i++) {
      float g = gradient[i];
      float q = sum[i] + g * g;
      sum[i] = q;
      gradient[i] = g / ((float) Math.sqrt(q) + eps);
    }
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    double[] sum = vectors[sumOfSquares];
    for (int i = 0; i < length; i++) {
      double g = gradient[i];
      double q = sum[i] + g * g;
      sum[i] = q;
      gradient[i] = g / (Math.sqrt(q) + epsilon);
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == sumOfSquares;
  }

  @Override
  public int[] squares() {
    return new int[] {sumOfSquares};
  }
}
