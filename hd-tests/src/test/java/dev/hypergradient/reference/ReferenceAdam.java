package dev.hypergradient.reference;

/**
 * Adam as DL4J's {@code Adam} writes it: θ_t = θ_{t−1} − α_t m_t / (√v_t + ε) with α_t = α √(1 −
 * β₂ᵗ) / (1 − β₁ᵗ), m_t and v_t as in Kingma &amp; Ba (2015), m₀ = v₀ = 0.
 */
public final class ReferenceAdam implements ReferenceUpdater {
  private final double learningRate;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private int t;
  private double[] m;
  private double[] v;

  /** Always steps with α = {@code learningRate}. */
  public ReferenceAdam(double learningRate, double beta1, double beta2, double epsilon) {
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  @Override
  public void step(double[] theta, double[] gradient) {
    if (t == 0) {
      m = new double[theta.length];
      v = new double[theta.length];
    }
    t++;
    double rate = learningRate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
    for (int i = 0; i < theta.length; i++) {
      double g = gradient[i];
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
      theta[i] -= rate * m[i] / (Math.sqrt(v[i]) + epsilon);
    }
  }

  @Override
  public double learningRate() {
    return learningRate;
  }
}
