package dev.hypergradient;

/** The constants of {@link LearningRateRule#LONG_HORIZON}, and what its step makes of α and D. */
final class LongHorizon {

  /** β, unless configured. */
  static final double RATE = 0.8;

  /** 1/(1 − γ), unless configured. */
  static final double HORIZON = 500;

  /** κ₁. */
  static final double BRAKE_OF_LAST = 2;

  /** κ₂. */
  static final double BRAKE_OF_ALL = 3;

  /** ρ. */
  static final double START = 0.1;

  private LongHorizon() {}

  /**
   * The rate to move with.
   *
   * @param learningRate what the optimiser has come to
   * @param initial α₀
   */
  static double settled(double learningRate, double initial, Travel travel, DotProducts products) {
    if (travel.rootSteps() == 0) {
      return 0;
    }
    if (travel.farthest() == 0) {
      double start = START / Math.sqrt(products.directionSquared());
      return Double.isInfinite(start) ? 0 : initial == 0 ? start : Math.min(initial, start);
    }
    double last = Math.sqrt(products.directionSquared() / products.parameters());
    double farthest = travel.farthest();
    double limit =
        Math.min(
            BRAKE_OF_LAST * farthest / (travel.rootSteps() * last),
            BRAKE_OF_ALL * farthest / travel.path());
    return Math.min(learningRate, limit);
  }

  /** γ_t, smaller while the displacement points uphill, so that it is soon forgotten. */
  static double traceDecay(double horizon, Travel travel) {
    return (1 - 1 / horizon) * Math.exp(RATE * Math.min(0, travel.trend()));
  }
}
