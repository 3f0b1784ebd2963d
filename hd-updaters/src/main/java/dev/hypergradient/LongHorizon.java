package dev.hypergradient;

/** The formulas of {@link LearningRateRule#LONG_HORIZON}, and their constants. */
final class LongHorizon {

  /** β, unless configured. */
  static final double RATE = 0.6;

  /** 1/(1 − γ), unless configured. */
  static final double HORIZON = 1000;

  /** Half of what jitter alone takes from the cosine, for directions that are gradients. */
  static final double FORGIVEN = 0.25;

  /** How much faster is forgotten what points uphill. */
  static final double FORGETTING = 1.2;

  /** The most that log α grows in the t-th step is this part of t. */
  static final double GROWTH = 6;

  static final double BRAKE_OF_LAST = 1.5;

  static final double BRAKE_OF_ALL = 1.5;

  /** How much of the path is forgotten while the displacement points downhill. */
  static final double PATH_FORGETTING = 0.2;

  static final double FLOOR = 0.25;

  /** How steeply the lower bound gives way to gradients that grow. */
  static final double GIVING_WAY = 2;

  /** How steeply it rises for gradients that shrink. */
  static final double RISING = 0.2;

  /** Of the longest recent step, the next is at most this multiple, and more in the beginning. */
  static final double STRIDE = 1.2;

  static final double FIRST_STRIDES = 3;

  /** The length of the first step. */
  static final double START = 0.1;

  private LongHorizon() {}

  /**
   * u, the cosine of the gradient and the displacement, without half of what jitter takes from it.
   *
   * @param stepSize the rate of the step before
   * @param average how its direction was made
   * @return in [−1, 1]; 0 if a vector is
   */
  static double agreement(DotProducts products, double stepSize, GradientAverage average) {
    if (products.gradientSquared() == 0 || products.traceSquared() == 0) {
      return 0;
    }
    double step = stepSize * Math.sqrt(products.directionSquared() / products.traceSquared());
    return Math.max(-1, Math.min(products.cosine() + FORGIVEN * average.shortening() * step, 1));
  }

  /** What α becomes if its logarithm is to change by so much. */
  static double moved(double learningRate, double change, Travel travel) {
    return learningRate * Math.exp(Math.min(change, GROWTH / travel.steps()));
  }

  /**
   * The rate to move with.
   *
   * @param learningRate what the optimiser has come to
   */
  static double settled(double learningRate, Travel travel, DotProducts products) {
    if (travel.rootSteps() == 0) {
      return 0;
    }
    if (travel.farthest() == 0) {
      double start = START / (travel.direction() * Math.sqrt((double) products.parameters()));
      return Double.isInfinite(start) ? 0 : start;
    }
    GradientLengths gradients = travel.gradients();
    double floor =
        FLOOR
            * Math.pow(gradients.calm(), GIVING_WAY)
            * Math.pow(gradients.shrinkage(), RISING)
            * travel.farthest()
            / travel.path();
    double brake = BRAKE_OF_ALL * travel.farthest() / travel.recentPath();
    return Math.min(
        Math.max(learningRate, floor), Math.min(brake, longest(travel) / travel.direction()));
  }

  /** The longest step that may be taken. */
  private static double longest(Travel travel) {
    double strides = STRIDE + FIRST_STRIDES / travel.steps();
    return Math.min(
        BRAKE_OF_LAST * travel.farthest() / travel.rootSteps(), strides * travel.stride());
  }

  /** What is left of √S after a step; less while the displacement points downhill. */
  static double pathDecay(double trend) {
    return Math.exp(-PATH_FORGETTING / 2 * Math.max(0, trend));
  }

  /** γ_t, smaller while the displacement points uphill, so that it is soon forgotten. */
  static double traceDecay(double horizon, double trend) {
    return (1 - 1 / horizon) * Math.exp(FORGETTING * Math.min(0, trend));
  }
}
