package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Nesterov momentum: v ← μ v + g, d = g + μ v.
 *
 * <p>With the v before constant, ∂d/∂μ = v + μ v<sub>before</sub> = 2 v − g. Its one vector holds
 * −v: the sign is that of ND4J's own operation.
 */
public final class NesterovsDirection implements Direction {
  private final int negativeVelocity;
  private final double momentum;
  private final int momentumSlot;

  /**
   * The direction of one step.
   *
   * @param firstVector the place of the method's own vectors in the state
   * @param momentum μ
   * @param momentumSlot where ∂d/∂μ is wanted
   */
  public NesterovsDirection(int firstVector, double momentum, int momentumSlot) {
    negativeVelocity = firstVector;
    this.momentum = momentum;
    this.momentumSlot = momentumSlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray velocity = vectors[negativeVelocity];
    if (momentumSlot != NOT_LEARNED) {
      vectors[momentumSlot].assign(gradient);
    }
    Nd4j.exec(new NesterovsUpdater(gradient, velocity, gradient, velocity, 1.0, momentum));
    if (momentumSlot != NOT_LEARNED) {
      vectors[momentumSlot].addi(velocity).addi(velocity).negi();
    }
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] velocity = vectors[negativeVelocity];
    float mu = (float) momentum;
    if (momentumSlot != NOT_LEARNED) {
      System.arraycopy(gradient, 0, vectors[momentumSlot], 0, length);
    }
    for (int i = 0; i < length; i++) {
      float v = mu * velocity[i] - gradient[i];
      velocity[i] = v;
      gradient[i] -= mu * v;
    }
    if (momentumSlot != NOT_LEARNED) {
      float[] slope = vectors[momentumSlot];
      for (int i = 0; i < length; i++) {
        slope[i] = -2 * velocity[i] - slope[i];
      }
    }
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    double[] velocity = vectors[negativeVelocity];
    if (momentumSlot != NOT_LEARNED) {
      System.arraycopy(gradient, 0, vectors[momentumSlot], 0, length);
    }
    for (int i = 0; i < length; i++) {
      double v = momentum * velocity[i] - gradient[i];
      velocity[i] = v;
      gradient[i] -= momentum * v;
    }
    if (momentumSlot != NOT_LEARNED) {
      double[] slope = vectors[momentumSlot];
      for (int i = 0; i < length; i++) {
        slope[i] = -2 * velocity[i] - slope[i];
      }
    }
  }

  @Override
  public boolean reads(int vector) {
    return vector == negativeVelocity;
  }
}
