package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient descent with heavy-ball momentum: d ← μ d + g, and ∂d/∂μ is the d before. */
public final class SgdDirection implements Direction {
  /** Where the learning rate rule keeps the last d. */
  private static final int LAST_DIRECTION = 0;

  private final double momentum;
  private final int momentumSlot;

  /**
   * The direction of one step.
   *
   * @param momentum μ, 0 for plain gradient descent
   * @param momentumSlot where ∂d/∂μ is wanted
   */
  public SgdDirection(double momentum, int momentumSlot) {
    this.momentum = momentum;
    this.momentumSlot = momentumSlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    if (!hasMomentum()) {
      return;
    }
    INDArray direction = vectors[LAST_DIRECTION];
    if (momentumSlot != NOT_LEARNED) {
      vectors[momentumSlot].assign(direction);
    }
    direction.muli(momentum).addi(gradient);
    gradient.assign(direction);
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    if (!hasMomentum()) {
      return;
    }
    float[] direction = vectors[LAST_DIRECTION];
    if (momentumSlot != NOT_LEARNED) {
      System.arraycopy(direction, 0, vectors[momentumSlot], 0, length);
    }
    float mu = (float) momentum;
    for (int i = 0; i < length; i++) {
      direction[i] = mu * direction[i] + gradient[i];
    }
    System.arraycopy(direction, 0, gradient, 0, length);
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    if (!hasMomentum()) {
      return;
    }
    double[] direction = vectors[LAST_DIRECTION];
    if (momentumSlot != NOT_LEARNED) {
      System.arraycopy(direction, 0, vectors[momentumSlot], 0, length);
    }
    for (int i = 0; i < length; i++) {
      direction[i] = momentum * direction[i] + gradient[i];
    }
    System.arraycopy(direction, 0, gradient, 0, length);
  }

  @Override
  public boolean reads(int vector) {
    return vector == LAST_DIRECTION && hasMomentum();
  }

  private boolean hasMomentum() {
    return momentum != 0 || momentumSlot != NOT_LEARNED;
  }
}
