package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdaGradUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** AdaGrad: q ← q + g², d = g / (√q + ε). Vector 1 holds q. */
public final class AdaGradStep implements Step {
  private final double epsilon;

  /**
   * One step.
   *
   * @param epsilon ε
   */
  public AdaGradStep(double epsilon) {
    this.epsilon = epsilon;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray q = vectors[1];
    Nd4j.exec(new AdaGradUpdater(gradient, q, vectors[0], q, 1.0, epsilon));
  }

  @Override
  public int[] squares() {
    return new int[] {1};
  }
}
