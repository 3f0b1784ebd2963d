package dev.hypergradient;

/** The constants of {@link LearningRateRule#LONG_HORIZON}, and what its step makes of α and D. */
final class LongHorizon {

  /** β, unless configured. */
  static final double RATE = 0.6;

  /** 1/(1 − γ), unless configured. */
  static final double HORIZON = 1000;

  /** κ₁. */
  static final double BRAKE_OF_LAST = 1.5;

  /** κ₂. */
  static final double BRAKE_OF_ALL = 2;

  /** κ₀. */
  static final double FLOOR = 0.25;

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
    double ofLast = travel.farthest() / (travel.rootSteps() * last);
    double ofAll = travel.farthest() / travel.path();
    double atLeast = Math.max(learningRate, FLOOR * ofAll);
    return Math.min(atLeast, Math.min(BRAKE_OF_LAST * ofLast, BRAKE_OF_ALL * ofAll));
  }

  /** γ_t, smaller while the displacement points uphill, so that it is soon forgotten. */
  static double traceDecay(double horizon, Travel travel) {
    return (1 - 1 / horizon) * Math.exp(RATE * Math.min(0, travel.trend()));
  }
}
