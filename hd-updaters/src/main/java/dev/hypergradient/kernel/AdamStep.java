package dev.hypergradient.kernel;

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
 * <p>Vectors 1 and 2 hold m and v.
 */
public final class AdamStep implements Step {
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final int iteration;
  private final int beta1Slot;
  private final int beta2Slot;
  private final int epsilonSlot;

  /**
   * One step.
   *
   * @param beta1 β₁
   * @param beta2 β₂
   * @param epsilon ε
   * @param iteration DL4J's iteration, t − 1
   * @param beta1Slot where ∂d/∂β₁ is wanted
   * @param beta2Slot where ∂d/∂β₂ is wanted
   * @param epsilonSlot where ∂d/∂ε is wanted
   */
  public AdamStep(
      double beta1,
      double beta2,
      double epsilon,
      int iteration,
      int beta1Slot,
      int beta2Slot,
      int epsilonSlot) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.iteration = iteration;
    this.beta1Slot = beta1Slot;
    this.beta2Slot = beta2Slot;
    this.epsilonSlot = epsilonSlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray m = vectors[1];
    INDArray v = vectors[2];
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
        new AdamUpdater(gradient, v, m, vectors[0], v, m, 1.0, beta1, beta2, epsilon, iteration));
    if (beta1Slot != NOT_LEARNED || beta2Slot != NOT_LEARNED || epsilonSlot != NOT_LEARNED) {
      differentiate(vectors);
    }
  }

  private void differentiate(INDArray[] vectors) {
    INDArray direction = vectors[0];
    INDArray m = vectors[1];
    int t = iteration + 1;
    double c1 = 1 - Math.pow(beta1, t);
    double c2 = 1 - Math.pow(beta2, t);
    INDArray root = Transforms.sqrt(vectors[2], true);
    INDArray denominator = root.add(epsilon);
    if (beta1Slot != NOT_LEARNED) {
      vectors[beta1Slot]
          .addi(m.mul(t * Math.pow(beta1, t - 1) / c1))
          .divi(denominator)
          .muli(Math.sqrt(c2) / c1);
    }
    if (beta2Slot != NOT_LEARNED) {
      // Where √v is 0, so is ∂v/∂β₂: any other denominator gives 0.
      root.addi(root.eq(0).castTo(root.dataType()));
      vectors[beta2Slot]
          .divi(root)
          .divi(denominator)
          .muli(-0.5)
          .subi(t * Math.pow(beta2, t - 1) / (2 * c2))
          .muli(direction);
    }
    if (epsilonSlot != NOT_LEARNED) {
      direction.divi(denominator, vectors[epsilonSlot]).negi();
    }
  }

  @Override
  public int[] squares() {
    return new int[] {2};
  }
}
