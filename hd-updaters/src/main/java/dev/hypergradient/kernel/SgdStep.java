package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient descent with heavy-ball momentum: d ← μ d + g, and ∂d/∂μ is the d before. */
public final class SgdStep implements Step {
  private final double momentum;
  private final int momentumSlot;

  /**
   * One step.
   *
   * @param momentum μ, 0 for plain gradient descent
   * @param momentumSlot where ∂d/∂μ is wanted
   */
  public SgdStep(double momentum, int momentumSlot) {
    this.momentum = momentum;
    this.momentumSlot = momentumSlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray direction = vectors[0];
    if (momentumSlot != NOT_LEARNED) {
      vectors[momentumSlot].assign(direction);
    }
    if (momentum == 0) {
      direction.assign(gradient);
    } else {
      direction.muli(momentum).addi(gradient);
    }
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] direction = vectors[0];
    if (momentumSlot != NOT_LEARNED) {
      System.arraycopy(direction, 0, vectors[momentumSlot], 0, length);
    }
    if (momentum == 0) {
      System.arraycopy(gradient, 0, direction, 0, length);
      return;
    }
    float mu = (float) momentum;
    for (int i = 0; i < length; i++) {
      direction[i] = mu * direction[i] + gradient[i];
    }
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    double[] direction = vectors[0];
    if (momentumSlot != NOT_LEARNED) {
      System.arraycopy(direction, 0, vectors[momentumSlot], 0, length);
    }
    if (momentum == 0) {
      System.arraycopy(gradient, 0, direction, 0, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      direction[i] = momentum * direction[i] + gradient[i];
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == 0 && (momentum != 0 || momentumSlot != NOT_LEARNED);
  }
}
