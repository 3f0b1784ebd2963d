package dev.hypergradient;

import java.util.Arrays;

/**
 * What a {@link LearningRateRule} must know of g_t and d_{t−1}: sums over parameters. Immutable.
 */
final class DotProducts {

  private final double[] sums;

  DotProducts(double... sums) {
    this.sums = sums;
  }

  /** The i-th sum, 0 for those that the rule does not ask for. */
  double get(int i) {
    return i < sums.length ? sums[i] : 0;
  }

  /** The sums over the parameters of both. */
  DotProducts plus(DotProducts other) {
    double[] total = new double[Math.max(sums.length, other.sums.length)];
    for (int i = 0; i < total.length; i++) {
      total[i] = get(i) + other.get(i);
    }
    return new DotProducts(total);
  }

  boolean isFinite() {
    return Arrays.stream(sums).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DotProducts && Arrays.equals(sums, ((DotProducts) other).sums);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sums);
  }
}
