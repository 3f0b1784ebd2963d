package dev.hypergradient.reference.tower;

import java.util.Arrays;
import java.util.List;

/**
 * RMSProp: α is optimised as √α, γ as x with γ = (tanh x + 1)/2.
 *
 * <pre>
 *   s = γ s_prev + (1 − γ) g²
 *   r = √(s + ε_in)
 *   U = α g / (r + ε_out)
 *
 *   ∂U/∂α = g / (r + ε_out)
 *   ∂U/∂γ = −α g / (r + ε_out)² (s_prev − g²) / (2 r)
 * </pre>
 *
 * <p>gdtuo, Chandra et al.'s code: s₀ = 0, ε_in = 1e-8, ε_out = 0. DL4J: s₀ = ε, ε_in = 0, ε_out =
 * ε.
 */
public final class RmsPropLevel extends TowerLevel {
  private final LevelHyperparameter alpha;
  private final LevelHyperparameter gamma;
  private final double initialS;
  private final double epsilonInRoot;
  private final double epsilonOutside;
  private double[] s;

  private RmsPropLevel(
      LevelHyperparameter alpha,
      LevelHyperparameter gamma,
      double initialS,
      double epsilonInRoot,
      double epsilonOutside,
      List<String> learned) {
    super(learned, List.of(alpha, gamma));
    this.alpha = alpha;
    this.gamma = gamma;
    this.initialS = initialS;
    this.epsilonInRoot = epsilonInRoot;
    this.epsilonOutside = epsilonOutside;
  }

  /**
   * Returns gdtuo's RMSProp that learns {@code "alpha"}, {@code "gamma"} or both.
   *
   * @param alpha at least 0
   * @param gamma in (0, 1)
   */
  public static RmsPropLevel of(double alpha, double gamma, String... learned) {
    return new RmsPropLevel(alpha(alpha), gamma(gamma), 0, 1e-8, 0, List.of(learned));
  }

  /** Returns DL4J's RMSProp that learns {@code "alpha"}, {@code "gamma"} or both. */
  public static RmsPropLevel dl4j(double alpha, double gamma, double epsilon, String... learned) {
    return new RmsPropLevel(alpha(alpha), gamma(gamma), epsilon, 0, epsilon, List.of(learned));
  }

  private static LevelHyperparameter alpha(double value) {
    return new LevelHyperparameter("alpha", LevelParametrisation.SQUARE, value);
  }

  private static LevelHyperparameter gamma(double value) {
    return new LevelHyperparameter("gamma", LevelParametrisation.TANH, value);
  }

  @Override
  void start(int length) {
    s = new double[length];
    Arrays.fill(s, initialS);
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
      double root = Math.sqrt(s[i] + epsilonInRoot);
      double denominator = root + epsilonOutside;
      byAlpha[i] = g / denominator;
      byGamma[i] = -a * g / (denominator * denominator) * (previous - g * g) / (2 * root);
      update[i] = a * byAlpha[i];
    }
    alpha.partial(byAlpha);
    gamma.partial(byGamma);
    return update;
  }
}
