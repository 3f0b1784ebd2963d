package dev.hypergradient.experiments.study;

/**
 * The results of a method in a setting, compared with the best constant learning rate there.
 *
 * @param regret final training loss, relative to that of the best constant rate
 * @param tenth training loss after the first tenth of the steps, relative to that of the best
 *     constant rate
 * @param accuracyDifference test accuracy minus that of the best constant rate, in percentage
 *     points
 * @param nonFinite number of runs with a loss, gradient or parameter that was not finite
 */
record Score(double regret, double tenth, double accuracyDifference, int nonFinite) {
  /** Percentage points of test accuracy that the method loses; negative if it gains. */
  double accuracyLost() {
    return 0 - accuracyDifference;
  }
}
