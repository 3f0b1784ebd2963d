package dev.hypergradient.reference;

/** Where Adam's ε is placed, as the factor s of ε in m̂_t / (√v̂_t + s ε) with c₂ = 1 − β₂ᵗ. */
public enum AdamEpsilon {
  /** s = 1: beside the bias-corrected √v̂, as in Kingma &amp; Ba (2015), algorithm 1. */
  PAPER,

  /**
   * s = 1/√c₂: beside the uncorrected √v, as in DL4J and in Baydin et al.'s code, which compute m_t
   * / (√v_t + ε) · √c₂ / (1 − β₁ᵗ), the same after dividing both sides of the fraction by √c₂.
   */
  DL4J;

  /** Returns s for c₂ in (0, 1]. */
  public double factor(double c2) {
    return this == PAPER ? 1 : 1 / Math.sqrt(c2);
  }

  /** Returns ds/dc₂ for c₂ in (0, 1]. */
  public double factorSlope(double c2) {
    return this == PAPER ? 0 : -0.5 / (c2 * Math.sqrt(c2));
  }
}
