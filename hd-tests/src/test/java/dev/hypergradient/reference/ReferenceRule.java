package dev.hypergradient.reference;

/** How α_{t−1}, the gradient g_t and the previous direction d_{t−1} give α_t, for t ≥ 2. */
@FunctionalInterface
public interface ReferenceRule {
  /** Returns α_1, by default α₀. */
  default double first(double learningRate) {
    return learningRate;
  }

  /** Returns α_t. */
  double next(double learningRate, double[] gradient, double[] previousDirection);

  /**
   * α_t = α_{t−1} + β g_t·d_{t−1}: Almeida et al. (1999) and Baydin et al. (2018), <a
   * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.
   */
  static ReferenceRule additive(double beta) {
    return (alpha, g, d) -> alpha + beta * DotProduct.of(g, d);
  }

  /**
   * α_t = α_{t−1} (1 + β g_t·d_{t−1} / (‖g_t‖ ‖d_{t−1}‖)), Baydin et al.'s multiplicative rule; α_t
   * = α_{t−1} if a norm is 0.
   */
  static ReferenceRule multiplicative(double beta) {
    return (alpha, g, d) -> {
      double norms = Math.sqrt(DotProduct.of(g, g)) * Math.sqrt(DotProduct.of(d, d));
      return norms == 0 ? alpha : alpha * (1 + beta * DotProduct.of(g, d) / norms);
    };
  }
}
