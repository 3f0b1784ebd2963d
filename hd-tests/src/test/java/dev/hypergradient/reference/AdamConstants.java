package dev.hypergradient.reference;

/**
 * What Adam needs besides its learning rate.
 *
 * @param beta1 decay β₁ of the first moment, in [0, 1)
 * @param beta2 decay β₂ of the second moment, in [0, 1)
 * @param epsilon ε, above 0
 * @param placement where ε is placed
 */
public record AdamConstants(double beta1, double beta2, double epsilon, AdamEpsilon placement) {
  /** Checks the ranges. */
  public AdamConstants {
    requireDecay("beta1", beta1);
    requireDecay("beta2", beta2);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon must be above 0, got " + epsilon);
    }
  }

  /** Returns the customary β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public static AdamConstants customary(AdamEpsilon placement) {
    return new AdamConstants(0.9, 0.999, 1e-8, placement);
  }

  private static void requireDecay(String name, double decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), got " + decay);
    }
  }
}
