package dev.hypergradient.reference;

/**
 * Hypergradient descent for any direction d: Baydin et al. (2018), <a
 * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>, algorithms 4 to 6.
 *
 * <pre>
 *   g_t = ∇f(θ_{t−1}) + λ θ_{t−1}       λ: weight decay, as L2 in the gradient
 *   h_t = g_t · d_{t−1}                 over all parameters; h_1 = 0
 *   α_t = rule(α_{t−1}, g_t, d_{t−1})   before any parameter moves; α_1 = α₀ as a rule
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 */
public abstract class ReferenceHd implements ReferenceUpdater {
  private final ReferenceRule rule;
  private final double weightDecay;
  private double learningRate;
  private double negativeHypergradient;
  private double[] previousDirection;

  ReferenceHd(double learningRate, ReferenceRule rule, double weightDecay) {
    if (!(weightDecay >= 0)) {
      throw new IllegalArgumentException("weightDecay must be at least 0, got " + weightDecay);
    }
    this.learningRate = learningRate;
    this.rule = rule;
    this.weightDecay = weightDecay;
  }

  /** Returns d_t for g_t in a new array; called once a step, in order. */
  abstract double[] direction(double[] gradient);

  @Override
  public final void step(double[] theta, double[] gradient) {
    if (theta.length != gradient.length) {
      throw new IllegalArgumentException(
          "gradient must have " + theta.length + " elements, got " + gradient.length);
    }
    double[] g = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      g[i] = gradient[i] + weightDecay * theta[i];
    }
    if (previousDirection == null) {
      learningRate = rule.first(learningRate);
    } else {
      negativeHypergradient = DotProduct.of(g, previousDirection);
      learningRate = rule.next(learningRate, g, previousDirection);
    }
    double[] d = direction(g);
    for (int i = 0; i < theta.length; i++) {
      theta[i] -= learningRate * d[i];
    }
    previousDirection = d;
  }

  @Override
  public final double learningRate() {
    return learningRate;
  }

  /** Returns h_t = g_t·d_{t−1} = −∂f/∂α_{t−1} of the latest step; 0 until the second. */
  public final double negativeHypergradient() {
    return negativeHypergradient;
  }
}
