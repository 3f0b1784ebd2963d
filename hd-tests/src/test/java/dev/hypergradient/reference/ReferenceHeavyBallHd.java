package dev.hypergradient.reference;

/**
 * SGD-HD with heavy-ball momentum: d_t = v_t with v_t = μ v_{t−1} + g_t, v₀ = 0 (Polyak 1964).
 *
 * <p>The learning rate stays outside the velocity, so that d_t does not depend on past rates.
 */
public final class ReferenceHeavyBallHd extends ReferenceHd {
  private final double momentum;
  private double[] velocity;

  /** Starts from α₀ = {@code learningRate}; {@code weightDecay} is at least 0. */
  public ReferenceHeavyBallHd(
      double learningRate, double momentum, ReferenceRule rule, double weightDecay) {
    super(learningRate, rule, weightDecay);
    this.momentum = momentum;
  }

  @Override
  double[] direction(double[] gradient) {
    if (velocity == null) {
      velocity = new double[gradient.length];
    }
    for (int i = 0; i < gradient.length; i++) {
      velocity[i] = momentum * velocity[i] + gradient[i];
    }
    return velocity.clone();
  }
}
