package dev.hypergradient.reference.tower;

import java.util.Arrays;
import java.util.List;

/**
 * AdaGrad.
 *
 * <pre>
 *   G = G_prev + g²
 *   U = α g / (√(G + ε_in) + ε_out)
 *   ∂U/∂α = U / α
 * </pre>
 *
 * <p>gdtuo, Chandra et al.'s code: G₀ = 0.1, ε_in = 1e-10, ε_out = 0. DL4J: G₀ = ε, ε_in = 0, ε_out
 * = ε.
 */
public final class AdaGradLevel extends TowerLevel {
  private final LevelHyperparameter alpha;
  private final double initialSum;
  private final double epsilonInRoot;
  private final double epsilonOutside;
  private double[] sum;

  private AdaGradLevel(
      double alpha, double initialSum, double epsilonInRoot, double epsilonOutside) {
    this(
        new LevelHyperparameter("alpha", LevelParametrisation.IDENTITY, alpha),
        initialSum,
        epsilonInRoot,
        epsilonOutside);
  }

  private AdaGradLevel(
      LevelHyperparameter alpha, double initialSum, double epsilonInRoot, double epsilonOutside) {
    super(List.of("alpha"), List.of(alpha));
    this.alpha = alpha;
    this.initialSum = initialSum;
    this.epsilonInRoot = epsilonInRoot;
    this.epsilonOutside = epsilonOutside;
  }

  /** Returns gdtuo's AdaGrad that learns {@code "alpha"}. */
  public static AdaGradLevel of(double alpha) {
    return new AdaGradLevel(alpha, 0.1, 1e-10, 0);
  }

  /** Returns DL4J's AdaGrad that learns {@code "alpha"}. */
  public static AdaGradLevel dl4j(double alpha, double epsilon) {
    return new AdaGradLevel(alpha, epsilon, 0, epsilon);
  }

  @Override
  void start(int length) {
    sum = new double[length];
    Arrays.fill(sum, initialSum);
  }

  @Override
  double[] update(double[] gradient, int t) {
    double[] update = new double[gradient.length];
    double[] byAlpha = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double g = gradient[i];
      sum[i] += g * g;
      byAlpha[i] = g / (Math.sqrt(sum[i] + epsilonInRoot) + epsilonOutside);
      update[i] = alpha.value() * byAlpha[i];
    }
    alpha.partial(byAlpha);
    return update;
  }
}
