package dev.hypergradient;

/** The constants of {@link LearningRateRule#LONG_HORIZON}, and its bound. */
final class LongHorizon {

  /** β, unless configured. */
  static final double RATE = 1.2;

  /** 1/(1 − γ), unless configured. */
  static final double HORIZON = 1000;

  /** κ. */
  static final double BRAKE = 2;

  /** The first displacement from α = 0, as a root mean square. */
  static final double START = 1e-4;

  private LongHorizon() {}

  static double settled(double learningRate, Travel travel, DotProducts products) {
    if (learningRate == 0) {
      return products.directionSquared() == 0
          ? 0
          : START * Math.sqrt(products.parameters() / products.directionSquared());
    }
    return Math.min(learningRate, BRAKE * travel.distanceOverDirections());
  }
}
