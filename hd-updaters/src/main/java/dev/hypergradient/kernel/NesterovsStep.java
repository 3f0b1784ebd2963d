package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Nesterov momentum: v ← μ v + g, d = g + μ v.
 *
 * <p>With the v before constant, ∂d/∂μ = v + μ v<sub>before</sub> = 2 v − g. Vector 1 holds −v: the
 * sign is that of ND4J's own operation.
 */
public final class NesterovsStep implements Step {
  private final double momentum;
  private final int momentumSlot;

  /**
   * One step.
   *
   * @param momentum μ
   * @param momentumSlot where ∂d/∂μ is wanted
   */
  public NesterovsStep(double momentum, int momentumSlot) {
    this.momentum = momentum;
    this.momentumSlot = momentumSlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray velocity = vectors[1];
    Nd4j.exec(new NesterovsUpdater(gradient, velocity, vectors[0], velocity, 1.0, momentum));
    if (momentumSlot != NOT_LEARNED) {
      velocity.muli(-2, vectors[momentumSlot]).subi(gradient);
    }
  }
}
