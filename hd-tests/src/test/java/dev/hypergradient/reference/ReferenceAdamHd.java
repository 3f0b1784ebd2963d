package dev.hypergradient.reference;

/**
 * Adam-HD: hypergradient descent with Adam's direction (Baydin et al. 2018, algorithm 6).
 *
 * <pre>
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t       m̂_t = m_t / (1 − β₁ᵗ)      m₀ = 0
 *   v_t = β₂ v_{t−1} + (1 − β₂) g_t²      v̂_t = v_t / (1 − β₂ᵗ)      v₀ = 0
 *   d_t = m̂_t / (√v̂_t + s ε)              s: see {@link AdamEpsilon}
 * </pre>
 */
public final class ReferenceAdamHd extends ReferenceHd {
  private final AdamConstants constants;
  private int t;
  private double[] m;
  private double[] v;

  /** Starts from α₀ = {@code learningRate}; {@code weightDecay} is at least 0. */
  public ReferenceAdamHd(
      double learningRate, AdamConstants constants, ReferenceRule rule, double weightDecay) {
    super(learningRate, rule, weightDecay);
    this.constants = constants;
  }

  @Override
  double[] direction(double[] gradient) {
    if (t == 0) {
      m = new double[gradient.length];
      v = new double[gradient.length];
    }
    t++;
    double beta1 = constants.beta1();
    double beta2 = constants.beta2();
    double c1 = 1 - Math.pow(beta1, t);
    double c2 = 1 - Math.pow(beta2, t);
    double epsilon = constants.placement().factor(c2) * constants.epsilon();
    double[] d = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double g = gradient[i];
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
      d[i] = (m[i] / c1) / (Math.sqrt(v[i] / c2) + epsilon);
    }
    return d;
  }
}
