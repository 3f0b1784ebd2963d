package dev.hypergradient.reference.tower;

import java.util.Arrays;
import java.util.List;

/**
 * AdaGrad as in gdtuo, Chandra et al.'s code.
 *
 * <pre>
 *   G = G_prev + g²                 G₀ = 0.1
 *   U = α g / √(G + 1e-10)
 *   ∂U/∂α = g / √(G + 1e-10)
 * </pre>
 */
public final class AdaGradLevel extends TowerLevel {
  private static final double INITIAL_SUM = 0.1;
  private static final double EPSILON = 1e-10;

  private final Hyperparameter alpha;
  private double[] sum;

  private AdaGradLevel(Hyperparameter alpha) {
    super(List.of("alpha"), List.of(alpha));
    this.alpha = alpha;
  }

  /** Returns AdaGrad that learns {@code "alpha"}. */
  public static AdaGradLevel of(double alpha) {
    return new AdaGradLevel(new Hyperparameter("alpha", Parametrisation.IDENTITY, alpha));
  }

  @Override
  void start(int length) {
    sum = new double[length];
    Arrays.fill(sum, INITIAL_SUM);
  }

  @Override
  double[] update(double[] gradient, int t) {
    double[] update = new double[gradient.length];
    double[] byAlpha = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double g = gradient[i];
      sum[i] += g * g;
      byAlpha[i] = g / Math.sqrt(sum[i] + EPSILON);
      update[i] = alpha.value() * byAlpha[i];
    }
    alpha.partial(byAlpha);
    return update;
  }
}
