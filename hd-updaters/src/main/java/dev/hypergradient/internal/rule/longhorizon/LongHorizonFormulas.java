package dev.hypergradient.internal.rule.longhorizon;

import dev.hypergradient.internal.rule.DotProducts;

/** What {@link LongHorizonRule} makes of single numbers. */
final class LongHorizonFormulas {

  /** Half of what jitter alone takes from the cosine, for directions that are gradients. */
  private static final double RETURNED = 0.25;

  /** How much faster a displacement that points uphill is forgotten. */
  private static final double UPHILL_FORGETTING = 1.2;

  /** How much of the path is forgotten while the displacement points downhill. */
  private static final double PATH_FORGETTING = 0.2;

  private LongHorizonFormulas() {}

  /**
   * u, the cosine of the gradient and the displacement, without half of what jitter takes from it;
   * in [−1, 1], 0 if a vector is 0.
   *
   * @param stepSize the rate of the step before
   * @param average how its direction was made
   */
  static double agreement(DotProducts products, double stepSize, GradientAverage average) {
    if (products.gradientSquared() == 0 || products.traceSquared() == 0) {
      return 0;
    }
    double step = stepSize * Math.sqrt(products.measuredSquare() / products.traceSquared());
    return Math.max(-1, Math.min(products.cosine() + RETURNED * average.shortening() * step, 1));
  }

  /** What is left of √S after a step; less while the displacement points downhill. */
  static double pathDecay(double trend) {
    return Math.exp(-PATH_FORGETTING / 2 * Math.max(0, trend));
  }

  /** γ_t, smaller while the displacement points uphill, so that it is soon forgotten. */
  static double traceDecay(double horizon, double trend) {
    return (1 - 1 / horizon) * Math.exp(UPHILL_FORGETTING * Math.min(0, trend));
  }
}
