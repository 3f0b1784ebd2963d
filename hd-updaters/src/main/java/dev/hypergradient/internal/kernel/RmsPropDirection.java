package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.RmsPropUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * RMSProp: q ← ρ q + (1−ρ) g², d = g / (√q + ε).
 *
 * <p>With the q before constant, ∂q/∂ρ = q<sub>before</sub> − g² and ∂d/∂ρ = −d ∂q/∂ρ / (2 √q (√q +
 * ε)). Its one vector holds q.
 */
public final class RmsPropDirection implements Direction {
  private final int meanSquare;
  private final double decay;
  private final double epsilon;
  private final int decaySlot;

  /**
   * The direction of one step.
   *
   * @param firstVector the place of the method's own vectors in the state
   * @param decay ρ
   * @param epsilon ε
   * @param decaySlot where ∂d/∂ρ is wanted
   */
  public RmsPropDirection(int firstVector, double decay, double epsilon, int decaySlot) {
    meanSquare = firstVector;
    this.decay = decay;
    this.epsilon = FloatConstants.epsilon(epsilon);
    this.decaySlot = decaySlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray q = vectors[meanSquare];
    if (decaySlot != NOT_LEARNED) {
      INDArray slope = vectors[decaySlot];
      gradient.muli(gradient, slope);
      q.subi(slope, slope);
    }
    Nd4j.exec(new RmsPropUpdater(gradient, q, gradient, q, 1.0, decay, epsilon));
    if (decaySlot != NOT_LEARNED) {
      INDArray root = Transforms.sqrt(q, true);
      INDArray denominator = root.add(epsilon);
      // Where √q is 0, so is ∂q/∂ρ: any other denominator gives 0.
      root.addi(root.eq(0).castTo(root.dataType()));
      vectors[decaySlot].divi(root).divi(denominator).muli(gradient).muli(-0.5);
    }
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] mean = vectors[meanSquare];
    float rho = FloatConstants.decay(decay);
    float rest = 1 - rho;
    float eps = (float) epsilon;
    if (decaySlot != NOT_LEARNED) {
      float[] slope = vectors[decaySlot];
      for (int i = 0; i < length; i++) {
        slope[i] = mean[i] - gradient[i] * gradient[i];
      }
    }
    for (int i = 0; i < length; i++) {
      float g = gradient[i];
      float q = rho * mean[i] + rest * g * g;
      mean[i] = q;
      gradient[i] = g / ((float) Math.sqrt(q) + eps);
    }
    if (decaySlot != NOT_LEARNED) {
      float[] slope = vectors[decaySlot];
      for (int i = 0; i < length; i++) {
        float root = (float) Math.sqrt(mean[i]);
        // Where √q is 0, so is ∂q/∂ρ: any other denominator gives 0. No root of a positive number
        // is as small as this.
        float positive = Math.max(root, Float.MIN_NORMAL);
        slope[i] = -0.5f * gradient[i] * (slope[i] / positive / (root + eps));
      }
    }
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    double[] mean = vectors[meanSquare];
    double rest = 1 - decay;
    if (decaySlot != NOT_LEARNED) {
      double[] slope = vectors[decaySlot];
      for (int i = 0; i < length; i++) {
        slope[i] = mean[i] - gradient[i] * gradient[i];
      }
    }
    for (int i = 0; i < length; i++) {
      double g = gradient[i];
      double q = decay * mean[i] + rest * g * g;
      mean[i] = q;
      gradient[i] = g / (Math.sqrt(q) + epsilon);
    }
    if (decaySlot != NOT_LEARNED) {
      double[] slope = vectors[decaySlot];
      for (int i = 0; i < length; i++) {
        double root = Math.sqrt(mean[i]);
        double positive = Math.max(root, Double.MIN_NORMAL);
        slope[i] = -0.5 * gradient[i] * (slope[i] / positive / (root + epsilon));
      }
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
