package dev.hypergradient.reference;

/**
 * Nesterov's momentum as DL4J's {@code Nesterovs} writes it, with the learning rate inside the
 * velocity: v_t = μ v_{t−1} − α g_t, θ_t = θ_{t−1} − μ v_{t−1} + (1 + μ) v_t, v₀ = 0.
 */
public final class ReferenceNesterovs implements ReferenceUpdater {
  private final double learningRate;
  private final double momentum;
  private double[] velocity;

  /** Always steps with α = {@code learningRate}. */
  public ReferenceNesterovs(double learningRate, double momentum) {
    this.learningRate = learningRate;
    this.momentum = momentum;
  }

  @Override
  public void step(double[] theta, double[] gradient) {
    if (velocity == null) {
      velocity = new double[theta.length];
    }
    for (int i = 0; i < theta.length; i++) {
      double previous = velocity[i];
      velocity[i] = momentum * previous - learningRate * gradient[i];
      theta[i] += (1 + momentum) * velocity[i] - momentum * previous;
    }
  }

  @Override
  public double learningRate() {
    return learningRate;
  }
}
