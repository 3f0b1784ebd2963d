package dev.hypergradient;

/**
 * What {@link LearningRateRule#LONG_HORIZON} remembers of the steps beside their displacement D.
 * Immutable.
 *
 * <p>Lengths are root mean squares over the N parameters, and the number of steps is a root, so
 * that small data types can hold them.
 */
final class Travel {

  /** Of parameters that have not moved. */
  static final Travel NONE = new Travel(0, 0, 0, 0, 0, 0, 0, GradientLengths.NONE, 0, 0);

  private static final int OWN_SCALARS = 7;
  static final int SCALARS = OWN_SCALARS + GradientLengths.SCALARS;

  /** The weight of the past in the trend. */
  private static final double TREND_DECAY = 0.9;

  /** How fast long steps are forgotten. */
  private static final double STRIDE_DECAY = 0.99;

  private final double rootSteps;
  private final double farthest;
  private final double forgotten;
  private final double path;
  private final double recentPath;
  private final double stride;
  private final double trend;
  private final GradientLengths gradients;

  /** These two follow from the others and the products of the step, and are not written. */
  private final double direction;

  private final double agreement;

  private Travel(
      double rootSteps,
      double farthest,
      double forgotten,
      double path,
      double recentPath,
      double stride,
      double trend,
      GradientLengths gradients,
      double direction,
      double agreement) {
    this.rootSteps = rootSteps;
    this.farthest = farthest;
    this.forgotten = forgotten;
    this.path = path;
    this.recentPath = recentPath;
    this.stride = stride;
    this.trend = trend;
    this.gradients = gradients;
    this.direction = direction;
    this.agreement = agreement;
  }

  static Travel readFrom(double[] scalars, int start) {
    return new Travel(
        scalars[start],
        scalars[start + 1],
        scalars[start + 2],
        scalars[start + 3],
        scalars[start + 4],
        scalars[start + 5],
        scalars[start + 6],
        GradientLengths.readFrom(scalars, start + OWN_SCALARS),
        0,
        0);
  }

  void writeTo(double[] scalars, int start) {
    scalars[start] = rootSteps;
    scalars[start + 1] = farthest;
    scalars[start + 2] = forgotten;
    scalars[start + 3] = path;
    scalars[start + 4] = recentPath;
    scalars[start + 5] = stride;
    scalars[start + 6] = trend;
    gradients.writeTo(scalars, start + OWN_SCALARS);
  }

  /**
   * With the step before, that these are the products of.
   *
   * @param stepSize the rate that it was taken with
   * @param average how its direction was made
   * @param horizon 1/(1 − γ)
   */
  Travel after(DotProducts products, double stepSize, GradientAverage average, double horizon) {
    double parameters = products.parameters();
    if (parameters == 0) {
      return this;
    }
    double displacement = Math.sqrt(products.traceSquared() / parameters);
    double lastDirection = Math.sqrt(products.directionSquared() / parameters);
    double gradient = Math.sqrt(products.gradientSquared() / parameters);
    double nextAgreement = LongHorizon.agreement(products, stepSize, average);
    double nextTrend = TREND_DECAY * trend + (1 - TREND_DECAY) * nextAgreement;
    double decay = LongHorizon.traceDecay(horizon, nextTrend);
    return new Travel(
        Math.hypot(rootSteps, 1),
        Math.max(farthest, Math.hypot(forgotten, displacement)),
        Math.hypot(forgotten, displacement * Math.sqrt(1 - decay * decay)),
        Math.hypot(path, lastDirection),
        Math.hypot(recentPath * LongHorizon.pathDecay(nextTrend), lastDirection),
        Math.max(STRIDE_DECAY * stride, Math.abs(stepSize) * lastDirection),
        nextTrend,
        gradients.and(gradient, steps() + 1),
        lastDirection * average.growth(gradients.surge(gradient)),
        nextAgreement);
  }

  /** √t, with t the number of steps. */
  double rootSteps() {
    return rootSteps;
  }

  /** t. */
  double steps() {
    return rootSteps * rootSteps;
  }

  /**
   * M/√N, with M the greatest distance from the start so far, if what D has forgotten was at right
   * angles to what came then.
   */
  double farthest() {
    return farthest;
  }

  /** √(S/N), with S the sum of all ‖d‖². */
  double path() {
    return path;
  }

  /** The same with an S that forgets, see {@link LongHorizon#pathDecay}. */
  double recentPath() {
    return recentPath;
  }

  /** The length of the longest of the last hundred steps or so. */
  double stride() {
    return stride;
  }

  /**
   * How long the direction of the coming step may be: as long as the last, or longer if the
   * gradient is.
   */
  double direction() {
    return direction;
  }

  /** What gradients have been. */
  GradientLengths gradients() {
    return gradients;
  }

  /** See {@link LongHorizon#agreement}. */
  double agreement() {
    return agreement;
  }

  /** The running mean of the agreement. */
  double trend() {
    return trend;
  }

  /** Tells whether all are as they can be, and not above a limit. */
  boolean isWithin(double limit) {
    return GradientLengths.areLengths(
            limit, rootSteps, farthest, forgotten, path, recentPath, stride)
        && Math.abs(trend) <= 1
        && gradients.isWithin(limit);
  }
}
