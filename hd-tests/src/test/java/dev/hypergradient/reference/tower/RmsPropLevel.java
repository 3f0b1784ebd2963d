package dev.hypergradient.reference.tower;

import java.util.List;

/**
 * RMSProp as in gdtuo, Chandra et al.'s code: α is optimised as √α, γ as x with γ = (tanh x + 1)/2.
 *
 * <pre>
 *   s = γ s_prev + (1 − γ) g²       s₀ = 0
 *   U = α g / √(s + 1e-8)
 *
 *   ∂U/∂α = g / √(s + 1e-8)
 *   ∂U/∂γ = −½ α g (s + 1e-8)^(−3/2) (s_prev − g²)
 * </pre>
 */
public final class RmsPropLevel extends TowerLevel {
  private static final double EPSILON = 1e-8;

  private final Hyperparameter alpha;
  private final Hyperparameter gamma;
  private double[] s;

  private RmsPropLevel(Hyperparameter alpha, Hyperparameter gamma, List<String> learned) {
    super(learned, List.of(alpha, gamma));
    this.alpha = alpha;
    this.gamma = gamma;
  }

  /**
   * Returns RMSProp that learns {@code "alpha"}, {@code "gamma"} or both.
   *
   * @param alpha at least 0
   * @param gamma in (0, 1)
   */
  public static RmsPropLevel of(double alpha, double gamma, String... learned) {
    return new RmsPropLevel(
        new Hyperparameter("alpha", Parametrisation.SQUARE, alpha),
        new Hyperparameter("gamma", Parametrisation.TANH, gamma),
        List.of(learned));
  }

  @Override
  void start(int length) {
    s = new double[length];
  }

  @Override
  double[] update(double[] gradient, int t) {
    double a = alpha.value();
    double decay = gamma.value();
    double[] update = new double[gradient.length];
    double[] byAlpha = new double[gradient.length];
    double[] byGamma = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double g = gradient[i];
      double previous = s[i];
      s[i] = decay * previous + (1 - decay) * g * g;
      double root = Math.sqrt(s[i] + EPSILON);
      byAlpha[i] = g / root;
      byGamma[i] = -0.5 * a * g / (root * root * root) * (previous - g * g);
      update[i] = a * byAlpha[i];
    }
    alpha.partial(byAlpha);
    gamma.partial(byGamma);
    return update;
  }
}
