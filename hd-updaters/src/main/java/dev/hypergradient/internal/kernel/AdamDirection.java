package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Adam: m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂) g², d = m / (√v + ε) · √c₂ / c₁ with c₁ = 1 − β₁ᵗ,
 * c₂ = 1 − β₂ᵗ.
 *
 * <p>With m and v before the step constant, ∂m/∂β₁ = m<sub>before</sub> − g and ∂v/∂β₂ =
 * v<sub>before</sub> − g², and by the product rule
 *
 * <pre>
 *   ∂d/∂β₁ = (∂m/∂β₁ + m t β₁ᵗ⁻¹ / c₁) / (√v + ε) · √c₂ / c₁
 *   ∂d/∂β₂ = −d (∂v/∂β₂ / (2 √v (√v + ε)) + t β₂ᵗ⁻¹ / (2 c₂))
 *   ∂d/∂ε  = −d / (√v + ε)
 * </pre>
 *
 * <p>The first of its vectors holds m, the second v.
 */
public final class AdamDirection implements Direction {
  private final int firstMoment;
  private final int secondMoment;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final int iteration;
  private final int beta1Slot;
  private final int beta2Slot;
  private final int epsilonSlot;

  /** √c₂ / c₁. */
  private final double scale;

  /** √c₂ / c₁ for β₁ and β₂ rounded to float, which is what m and v are averaged with there. */
  private final float floatScale;

  /** −∂(log c₁)/∂β₁ = t β₁ᵗ⁻¹ / c₁. */
  private final double growth1;

  /** −∂(log √c₂)/∂β₂ = t β₂ᵗ⁻¹ / (2 c₂). */
  private final double growth2;

  /**
   * The direction of one step.
   *
   * @param firstVector the place of the method's own vectors in the state
   * @param beta1 β₁
   * @param beta2 β₂
   * @param epsilon ε
   * @param iteration DL4J's iteration, t − 1
   * @param beta1Slot where ∂d/∂β₁ is wanted
   * @param beta2Slot where ∂d/∂β₂ is wanted
   * @param epsilonSlot where ∂d/∂ε is wanted
   */
  public AdamDirection(
      int firstVector,
      double beta1,
      double beta2,
      double epsilon,
      int iteration,
      int beta1Slot,
      int beta2Slot,
      int epsilonSlot) {
    firstMoment = firstVector;
    secondMoment = firstVector + 1;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = FloatConstants.epsilon(epsilon);
    this.iteration = iteration;
    this.beta1Slot = beta1Slot;
    this.beta2Slot = beta2Slot;
    this.epsilonSlot = epsilonSlot;
    int t = iteration + 1;
    scale = scale(beta1, beta2, t);
    floatScale = (float) scale(FloatConstants.decay(beta1), FloatConstants.decay(beta2), t);
    growth1 = t * Math.pow(beta1, t - 1) / (1 - Math.pow(beta1, t));
    growth2 = t * Math.pow(beta2, t - 1) / (2 * (1 - Math.pow(beta2, t)));
  }

  private static double scale(double beta1, double beta2, int t) {
    return Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray m = vectors[firstMoment];
    INDArray v = vectors[secondMoment];
    if (beta1Slot != NOT_LEARNED) {
      m.subi(gradient, vectors[beta1Slot]);
    }
    if (beta2Slot != NOT_LEARNED) {
      INDArray slope = vectors[beta2Slot];
      gradient.muli(gradient, slope);
      v.subi(slope, slope);
    }
    // The learning rate must not be passed on: with 0 the native operation steps with ε instead.
    Nd4j.exec(
        new AdamUpdater(gradient, v, m, gradient, v, m, 1.0, beta1, beta2, epsilon, iteration));
    if (differentiates()) {
      differentiate(gradient, vectors);
    }
  }

  private void differentiate(INDArray direction, INDArray[] vectors) {
    INDArray m = vectors[firstMoment];
    INDArray root = Transforms.sqrt(vectors[secondMoment], true);
    INDArray denominator = root.add(epsilon);
    if (beta1Slot != NOT_LEARNED) {
      vectors[beta1Slot].addi(m.mul(growth1)).divi(denominator).muli(scale);
    }
    if (beta2Slot != NOT_LEARNED) {
      // Where √v is 0, so is ∂v/∂β₂: any other denominator gives 0.
      root.addi(root.eq(0).castTo(root.dataType()));
      vectors[beta2Slot].divi(root).divi(denominator).muli(-0.5).subi(growth2).muli(direction);
    }
    if (epsilonSlot != NOT_LEARNED) {
      direction.divi(denominator, vectors[epsilonSlot]).negi();
    }
  }

  @Override
  public void apply(float[] gradient, float[][] vectors, int length) {
    float[] m = vectors[firstMoment];
    float[] v = vectors[secondMoment];
    if (beta1Slot != NOT_LEARNED) {
      float[] slope = vectors[beta1Slot];
      for (int i = 0; i < length; i++) {
        slope[i] = m[i] - gradient[i];
      }
    }
    if (beta2Slot != NOT_LEARNED) {
      float[] slope = vectors[beta2Slot];
      for (int i = 0; i < length; i++) {
        slope[i] = v[i] - gradient[i] * gradient[i];
      }
    }
    move(gradient, m, v, length);
    if (differentiates()) {
      differentiate(gradient, vectors, length);
    }
  }

  private void move(float[] gradient, float[] m, float[] v, int length) {
    float b1 = FloatConstants.decay(beta1);
    float b2 = FloatConstants.decay(beta2);
    float rest1 = 1 - b1;
    float rest2 = 1 - b2;
    float eps = (float) epsilon;
    float scale = floatScale;
    for (int i = 0; i < length; i++) {
      float g = gradient[i];
      float first = b1 * m[i] + rest1 * g;
      float second = b2 * v[i] + rest2 * g * g;
      m[i] = first;
      v[i] = second;
      gradient[i] = scale * first / ((float) Math.sqrt(second) + eps);
    }
  }

  private void differentiate(float[] direction, float[][] vectors, int length) {
    float[] m = vectors[firstMoment];
    float[] v = vectors[secondMoment];
    float eps = (float) epsilon;
    float scale = floatScale;
    float growth1 = (float) this.growth1;
    float growth2 = (float) this.growth2;
    if (beta1Slot != NOT_LEARNED) {
      float[] slope = vectors[beta1Slot];
      for (int i = 0; i < length; i++) {
        slope[i] = scale * (slope[i] + growth1 * m[i]) / ((float) Math.sqrt(v[i]) + eps);
      }
    }
    if (beta2Slot != NOT_LEARNED) {
      float[] slope = vectors[beta2Slot];
      for (int i = 0; i < length; i++) {
        float root = (float) Math.sqrt(v[i]);
        // Where √v is 0, so is ∂v/∂β₂: any other denominator gives 0. No root of a positive number
        // is as small as this.
        float positive = Math.max(root, Float.MIN_NORMAL);
        slope[i] = -direction[i] * (0.5f * (slope[i] / positive / (root + eps)) + growth2);
      }
    }
    if (epsilonSlot != NOT_LEARNED) {
      float[] slope = vectors[epsilonSlot];
      for (int i = 0; i < length; i++) {
        slope[i] = -direction[i] / ((float) Math.sqrt(v[i]) + eps);
      }
    }
  }

  @Override
  public void apply(double[] gradient, double[][] vectors, int length) {
    double[] m = vectors[firstMoment];
    double[] v = vectors[secondMoment];
    if (beta1Slot != NOT_LEARNED) {
      double[] slope = vectors[beta1Slot];
      for (int i = 0; i < length; i++) {
        slope[i] = m[i] - gradient[i];
      }
    }
    if (beta2Slot != NOT_LEARNED) {
      double[] slope = vectors[beta2Slot];
      for (int i = 0; i < length; i++) {
        slope[i] = v[i] - gradient[i] * gradient[i];
      }
    }
    move(gradient, m, v, length);
    if (differentiates()) {
      differentiate(gradient, vectors, length);
    }
  }

  private void move(double[] gradient, double[] m, double[] v, int length) {
    double rest1 = 1 - beta1;
    double rest2 = 1 - beta2;
    for (int i = 0; i < length; i++) {
      double g = gradient[i];
      double first = beta1 * m[i] + rest1 * g;
      double second = beta2 * v[i] + rest2 * g * g;
      m[i] = first;
      v[i] = second;
      gradient[i] = scale * first / (Math.sqrt(second) + epsilon);
    }
  }

  private void differentiate(double[] direction, double[][] vectors, int length) {
    double[] m = vectors[firstMoment];
    double[] v = vectors[secondMoment];
    if (beta1Slot != NOT_LEARNED) {
      double[] slope = vectors[beta1Slot];
      for (int i = 0; i < length; i++) {
        slope[i] = scale * (slope[i] + growth1 * m[i]) / (Math.sqrt(v[i]) + epsilon);
      }
    }
    if (beta2Slot != NOT_LEARNED) {
      double[] slope = vectors[beta2Slot];
      for (int i = 0; i < length; i++) {
        double root = Math.sqrt(v[i]);
        double positive = Math.max(root, Double.MIN_NORMAL);
        slope[i] = -direction[i] * (0.5 * (slope[i] / positive / (root + epsilon)) + growth2);
      }
    }
    if (epsilonSlot != NOT_LEARNED) {
      double[] slope = vectors[epsilonSlot];
      for (int i = 0; i < length; i++) {
        slope[i] = -direction[i] / (Math.sqrt(v[i]) + epsilon);
      }
    }
  }

  private boolean differentiates() {
    return beta1Slot != NOT_LEARNED || beta2Slot != NOT_LEARNED || epsilonSlot != NOT_LEARNED;
  }

  @Override
  public boolean reads(int vector) {
    return vector == firstMoment || vector == secondMoment;
  }

  @Override
  public int[] squares() {
    return new int[] {secondMoment};
  }
}
