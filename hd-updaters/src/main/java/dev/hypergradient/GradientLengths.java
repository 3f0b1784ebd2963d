package dev.hypergradient;

/** How long gradients are and have been, as root mean squares over the N parameters. Immutable. */
final class GradientLengths {

  /** Of no gradient. */
  static final GradientLengths NONE = new GradientLengths(0, 0, 0, 0);

  static final int SCALARS = 4;

  /** The weight of the past in the mean. */
  private static final double MEAN_DECAY = 0.95;

  /** From then on the mean means something, and its extremes are kept. */
  private static final int SETTLED = 20;

  private final double last;
  private final double mean;
  private final double least;
  private final double greatest;

  private GradientLengths(double last, double mean, double least, double greatest) {
    this.last = last;
    this.mean = mean;
    this.least = least;
    this.greatest = greatest;
  }

  static GradientLengths readFrom(double[] scalars, int start) {
    return new GradientLengths(
        scalars[start], scalars[start + 1], scalars[start + 2], scalars[start + 3]);
  }

  void writeTo(double[] scalars, int start) {
    scalars[start] = last;
    scalars[start + 1] = mean;
    scalars[start + 2] = least;
    scalars[start + 3] = greatest;
  }

  /**
   * With one more.
   *
   * @param steps its number, from 1
   */
  GradientLengths and(double length, double steps) {
    double weight = (1 - MEAN_DECAY) / (1 - Math.pow(MEAN_DECAY, steps));
    double nextMean = mean + weight * (length - mean);
    return steps <= SETTLED
        ? new GradientLengths(length, nextMean, nextMean, nextMean)
        : new GradientLengths(
            length, nextMean, Math.min(least, nextMean), Math.max(greatest, nextMean));
  }

  /** How many times as long as the last a gradient is; 1 if it is not longer, or there is none. */
  double surge(double length) {
    return last == 0 ? 1 : Math.max(1, length / last);
  }

  /** The least mean so far as a part of the present one: 1 unless gradients have grown. */
  double calm() {
    return mean == 0 ? 1 : Math.min(1, least / mean);
  }

  /** The greatest mean so far as a multiple of the present one: 1 unless gradients have shrunk. */
  double shrinkage() {
    return mean == 0 ? 1 : Math.max(1, greatest / mean);
  }

  /** Tells whether all are as they can be, and not above a limit. */
  boolean isWithin(double limit) {
    return areLengths(limit, last, mean, least, greatest);
  }

  /** Tells whether none is negative, above a limit or NaN. */
  static boolean areLengths(double limit, double... scalars) {
    for (double scalar : scalars) {
      if (!(scalar >= 0 && scalar <= limit)) {
        return false;
      }
    }
    return true;
  }
}
