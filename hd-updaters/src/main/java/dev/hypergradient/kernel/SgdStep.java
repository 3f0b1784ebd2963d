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
}
