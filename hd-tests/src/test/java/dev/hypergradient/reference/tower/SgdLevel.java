package dev.hypergradient.reference.tower;

import java.util.List;

/**
 * SGD, with momentum or without.
 *
 * <pre>
 *   v_t = μ v_{t−1} + g_t        v₀ = 0
 *   d_t = v_t                    heavy ball; plain SGD is μ = 0
 *   d_t = g_t + μ v_t            Nesterov
 *   U_t = α d_t
 *
 *   ∂U/∂α = d_t
 *   ∂U/∂μ = α v_{t−1}            heavy ball
 *   ∂U/∂μ = α (v_t + μ v_{t−1})  Nesterov
 * </pre>
 */
public final class SgdLevel extends TowerLevel {
  private final LevelHyperparameter alpha;
  private final LevelHyperparameter mu;
  private final boolean nesterov;
  private double[] velocity;

  private SgdLevel(
      LevelHyperparameter alpha, LevelHyperparameter mu, boolean nesterov, String... learned) {
    super(List.of(learned), List.of(alpha, mu));
    this.alpha = alpha;
    this.mu = mu;
    this.nesterov = nesterov;
  }

  /** Returns plain SGD that learns {@code "alpha"}. */
  public static SgdLevel plain(double alpha) {
    return heavyBall(alpha, 0, "alpha");
  }

  /** Returns SGD with heavy-ball momentum that learns {@code "alpha"}, {@code "mu"} or both. */
  public static SgdLevel heavyBall(double alpha, double mu, String... learned) {
    return new SgdLevel(alpha(alpha), mu(mu), false, learned);
  }

  /** Returns SGD with Nesterov's momentum that learns {@code "alpha"}, {@code "mu"} or both. */
  public static SgdLevel nesterov(double alpha, double mu, String... learned) {
    return new SgdLevel(alpha(alpha), mu(mu), true, learned);
  }

  private static LevelHyperparameter alpha(double value) {
    return new LevelHyperparameter("alpha", LevelParametrisation.IDENTITY, value);
  }

  private static LevelHyperparameter mu(double value) {
    return new LevelHyperparameter("mu", LevelParametrisation.IDENTITY, value);
  }

  @Override
  void start(int length) {
    velocity = new double[length];
  }

  @Override
  double[] update(double[] gradient, int t) {
    double a = alpha.value();
    double m = mu.value();
    double[] update = new double[gradient.length];
    double[] byAlpha = new double[gradient.length];
    double[] byMu = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      double previous = velocity[i];
      double v = m * previous + gradient[i];
      velocity[i] = v;
      byAlpha[i] = nesterov ? gradient[i] + m * v : v;
      byMu[i] = a * (nesterov ? v + m * previous : previous);
      update[i] = a * byAlpha[i];
    }
    alpha.partial(byAlpha);
    mu.partial(byMu);
    return update;
  }
}
