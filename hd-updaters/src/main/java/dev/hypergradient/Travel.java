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
  static final Travel NONE = new Travel(0, 0, 0, 0);

  static final int SCALARS = 4;

  /** The weight of the past in the trend of the cosine. */
  private static final double TREND_DECAY = 0.9;

  private final double rootSteps;
  private final double farthest;
  private final double path;
  private final double trend;

  private Travel(double rootSteps, double farthest, double path, double trend) {
    this.rootSteps = rootSteps;
    this.farthest = farthest;
    this.path = path;
    this.trend = trend;
  }

  static Travel readFrom(double[] scalars, int start) {
    return new Travel(scalars[start], scalars[start + 1], scalars[start + 2], scalars[start + 3]);
  }

  void writeTo(double[] scalars, int start) {
    scalars[start] = rootSteps;
    scalars[start + 1] = farthest;
    scalars[start + 2] = path;
    scalars[start + 3] = trend;
  }

  /** With the step before, that these are the products of. */
  Travel after(DotProducts products) {
    double parameters = products.parameters();
    if (parameters == 0) {
      return this;
    }
    return new Travel(
        Math.hypot(rootSteps, 1),
        Math.max(farthest, Math.sqrt(products.traceSquared() / parameters)),
        Math.hypot(path, Math.sqrt(products.directionSquared() / parameters)),
        TREND_DECAY * trend + (1 - TREND_DECAY) * products.cosineOrZero());
  }

  /** √t, with t the number of steps. */
  double rootSteps() {
    return rootSteps;
  }

  /** M/√N, with M the greatest length of D so far. */
  double farthest() {
    return farthest;
  }

  /** √(S/N), with S the sum of all ‖d‖². */
  double path() {
    return path;
  }

  /** c̄, the running mean of the cosine. */
  double trend() {
    return trend;
  }

  /** Tells whether all are finite and not above a limit. */
  boolean isWithin(double limit) {
    return rootSteps <= limit && farthest <= limit && path <= limit && Math.abs(trend) <= limit;
  }
}
