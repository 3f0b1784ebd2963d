package dev.hypergradient.experiments.study;

/**
 * How a method does in a setting, beside the best constant learning rate of the family there.
 *
 * @param regret its final training loss, relative
 * @param tenth its training loss after the first tenth of the steps, relative
 * @param accuracyDifference its test accuracy less the other, in percentage points
 * @param spread largest over smallest final loss, started from several rates; NaN if it was not
 * @param nonFinite its runs with a loss, gradient or parameter that was not finite
 */
record Score(double regret, double tenth, double accuracyDifference, double spread, int nonFinite) {
  /** Percentage points of test accuracy that the method loses; negative if it gains. */
  double accuracyLost() {
    return 0 - accuracyDifference;
  }
}
