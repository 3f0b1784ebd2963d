package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdaGradUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** AdaGrad: q ← q + g², d = g / (√q + ε). Vector 1 holds q. */
public final class AdaGradStep implements Step {
  private static final int SUM = 1;

  private final double epsilon;

  /**
   * One step.
   *
   * @param epsilon ε
   */
  public AdaGradStep(double epsilon) {
    this.epsilon = FloatConstants.epsilon(epsilon);
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray q = vectors[SUM];
    Nd4j.exec(new AdaGradUpdater(gradient, q, gradient, q, 1.0, epsilon));
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] sum = vectors[SUM];
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
    double[] sum = vectors[SUM];
    for (int i = 0; i < length; i++) {
      double g = gradient[i];
      double q = sum[i] + g * g;
      sum[i] = q;
      gradient[i] = g / (Math.sqrt(q) + epsilon);
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == SUM;
  }

  @Override
  public int[] squares() {
    return new int[] {SUM};
  }
}
