package dev.hypergradient.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.RmsPropUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * RMSProp: q ← ρ q + (1−ρ) g², d = g / (√q + ε).
 *
 * <p>With the q before constant, ∂q/∂ρ = q<sub>before</sub> − g² and ∂d/∂ρ = −d ∂q/∂ρ / (2 √q (√q +
 * ε)). Vector 1 holds q.
 */
public final class RmsPropStep implements Step {
  private final double decay;
  private final double epsilon;
  private final int decaySlot;

  /**
   * One step.
   *
   * @param decay ρ
   * @param epsilon ε
   * @param decaySlot where ∂d/∂ρ is wanted
   */
  public RmsPropStep(double decay, double epsilon, int decaySlot) {
    this.decay = decay;
    this.epsilon = epsilon;
    this.decaySlot = decaySlot;
  }

  @Override
  public void apply(INDArray gradient, INDArray[] vectors) {
    INDArray direction = vectors[0];
    INDArray q = vectors[1];
    if (decaySlot != NOT_LEARNED) {
      INDArray slope = vectors[decaySlot];
      gradient.muli(gradient, slope);
      q.subi(slope, slope);
    }
    Nd4j.exec(new RmsPropUpdater(gradient, q, direction, q, 1.0, decay, epsilon));
    if (decaySlot != NOT_LEARNED) {
      INDArray root = Transforms.sqrt(q, true);
      INDArray denominator = root.add(epsilon);
      // Where √q is 0, so is ∂q/∂ρ: any other denominator gives 0.
      root.addi(root.eq(0).castTo(root.dataType()));
      vectors[decaySlot].divi(root).divi(denominator).muli(direction).muli(-0.5);
    }
  }

  @Override
  public int[] squares() {
    return new int[] {1};
  }
}
