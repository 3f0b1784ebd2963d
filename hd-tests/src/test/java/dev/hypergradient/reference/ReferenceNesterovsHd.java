package dev.hypergradient.reference;

/**
 * SGDN-HD: hypergradient descent with Nesterov's momentum, d_t = g_t + μ v_t with v_t = μ v_{t−1} +
 * g_t, v₀ = 0 (Baydin et al. 2018, algorithm 5).
 *
 * <p>The learning rate stays outside the velocity, so that d_t does not depend on past rates.
 */
public final class ReferenceNesterovsHd extends ReferenceHd {
  private final double momentum;
  private double[] velocity;

  /** Starts from α₀ = {@code learningRate}; {@code weightDecay} is at least 0. */
  public ReferenceNesterovsHd(
      double learningRate, double momentum, ReferenceRule rule, double weightDecay) {
    super(learningRate, rule, weightDecay);
    this.momentum = momentum;
  }

  @Override
  double[] direction(double[] gradient) {
    if (velocity == null) {
      velocity = new double[gradient.length];
    }
    double[] d = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      velocity[i] = momentum * velocity[i] + gradient[i];
      d[i] = gradient[i] + momentum * velocity[i];
    }
    return d;
  }
}
