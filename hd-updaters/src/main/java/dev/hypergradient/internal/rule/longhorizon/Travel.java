package dev.hypergradient.internal.rule.longhorizon;

import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/**
 * What {@link LongHorizonRule} remembers of the steps beside their displacement D. Immutable.
 *
 * <p>Lengths are root mean squares over the N parameters, and the number of steps is a root, so
 * that small data types can hold them.
 */
final class Travel {

  /** Of parameters that have not moved. */
  static final Travel NONE = new Travel(0, 0, 0, 0, 0, 0, 0, GradientLengths.NONE, 0, 0);

  /** The weight of the past in the trend. */
  private static final double TREND_DECAY = 0.9;

  /** How fast long steps are forgotten. */
  private static final double MAX_STEP_DECAY = 0.99;

  private final double rootSteps;
  private final double maxDistance;
  private final double forgotten;
  private final double path;
  private final double recentPath;
  private final double maxStep;
  private final double trend;
  private final GradientLengths gradients;

  /** Follows from the others and the products of the step, and is not written. */
  private final double direction;

  /** Follows from the others and the products of the step, and is not written. */
  private final double agreement;

  private Travel(
      double rootSteps,
      double maxDistance,
      double forgotten,
      double path,
      double recentPath,
      double maxStep,
      double trend,
      GradientLengths gradients,
      double direction,
      double agreement) {
    this.rootSteps = rootSteps;
    this.maxDistance = maxDistance;
    this.forgotten = forgotten;
    this.path = path;
    this.recentPath = recentPath;
    this.maxStep = maxStep;
    this.trend = trend;
    this.gradients = gradients;
    this.direction = direction;
    this.agreement = agreement;
  }

  static Travel read(ScalarReader in) {
    return new Travel(
        in.next(),
        in.next(),
        in.next(),
        in.next(),
        in.next(),
        in.next(),
        in.next(),
        GradientLengths.read(in),
        0,
        0);
  }

  void write(ScalarWriter out) {
    out.put(rootSteps, maxDistance, forgotten, path, recentPath, maxStep, trend);
    gradients.write(out);
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
    double lastDirection = Math.sqrt(products.measuredSquare() / parameters);
    double gradient = Math.sqrt(products.gradientSquared() / parameters);
    double nextAgreement = LongHorizonFormulas.agreement(products, stepSize, average);
    double nextTrend = TREND_DECAY * trend + (1 - TREND_DECAY) * nextAgreement;
    double decay = LongHorizonFormulas.traceDecay(horizon, nextTrend);
    return new Travel(
        Math.hypot(rootSteps, 1),
        Math.max(maxDistance, Math.hypot(forgotten, displacement)),
        Math.hypot(forgotten, displacement * Math.sqrt(1 - decay * decay)),
        Math.hypot(path, lastDirection),
        Math.hypot(recentPath * LongHorizonFormulas.pathDecay(nextTrend), lastDirection),
        Math.max(MAX_STEP_DECAY * maxStep, Math.abs(stepSize) * lastDirection),
        nextTrend,
        gradients.and(gradient, steps() + 1),
        lastDirection * average.growth(gradients.growth(gradient)),
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
   * M/√N, with M the maximum distance from the start so far, if what D has forgotten was at right
   * angles to what came then.
   */
  double maxDistance() {
    return maxDistance;
  }

  /** √(S/N), with S the sum of all ‖d‖². */
  double path() {
    return path;
  }

  /** √(S′/N) with an S′ that forgets, see {@link LongHorizonFormulas#pathDecay}. */
  double recentPath() {
    return recentPath;
  }

  /** The length of the longest of the last hundred steps or so. */
  double maxStep() {
    return maxStep;
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

  /** See {@link LongHorizonFormulas#agreement}. */
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
            limit, rootSteps, maxDistance, forgotten, path, recentPath, maxStep)
        && Math.abs(trend) <= 1
        && gradients.isWithin(limit);
  }
}
