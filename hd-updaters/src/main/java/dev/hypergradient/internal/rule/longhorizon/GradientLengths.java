package dev.hypergradient.internal.rule.longhorizon;

import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/** How long gradients are and have been, as root mean squares over the N parameters. Immutable. */
final class GradientLengths {

  /** Of no gradient. */
  static final GradientLengths NONE = new GradientLengths(0, 0, 0, 0);

  /** The weight of the past in the mean. */
  private static final double MEAN_DECAY = 0.95;

  /** From then on the mean means something, and its extremes are kept. */
  private static final int MEANINGFUL = 20;

  private final double last;
  private final double mean;
  private final double min;
  private final double max;

  private GradientLengths(double last, double mean, double min, double max) {
    this.last = last;
    this.mean = mean;
    this.min = min;
    this.max = max;
  }

  static GradientLengths read(ScalarReader in) {
    return new GradientLengths(in.next(), in.next(), in.next(), in.next());
  }

  void write(ScalarWriter out) {
    out.put(last, mean, min, max);
  }

  /**
   * Takes in the length of one more gradient.
   *
   * @param steps its number, from 1
   */
  GradientLengths and(double length, double steps) {
    double weight = (1 - MEAN_DECAY) / (1 - Math.pow(MEAN_DECAY, steps));
    double nextMean = mean + weight * (length - mean);
    return steps <= MEANINGFUL
        ? new GradientLengths(length, nextMean, nextMean, nextMean)
        : new GradientLengths(length, nextMean, Math.min(min, nextMean), Math.max(max, nextMean));
  }

  /** How many times as long as the last a gradient is; 1 if it is not longer, or there is none. */
  double growth(double length) {
    return last == 0 ? 1 : Math.max(1, length / last);
  }

  /** The minimum of the mean so far as a part of the present one: 1 unless gradients have grown. */
  double minByMean() {
    return mean == 0 ? 1 : Math.min(1, min / mean);
  }

  /**
   * The maximum of the mean so far as a multiple of the present one: 1 unless gradients have
   * shrunk.
   */
  double maxByMean() {
    return mean == 0 ? 1 : Math.max(1, max / mean);
  }

  /** Tells whether all are as they can be, and not above a limit. */
  boolean isWithin(double limit) {
    return areLengths(limit, last, mean, min, max);
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
