package dev.hypergradient.experiments.study;

/**
 * The results of a method in a setting; a number is NaN if there is nothing to compare.
 *
 * @param regret final training loss, relative to that of the best constant rate
 * @param cosineRegret final training loss, relative to that of the best rate with a cosine decay
 * @param defaultRatio final training loss, relative to that of DL4J's default
 * @param tenth training loss after the first tenth of the steps, relative to that of the best
 *     constant rate
 * @param accuracyDifference test accuracy minus that of the best constant rate, in percentage
 *     points
 * @param accuracyLost test accuracy of the best rate with a cosine decay minus that of the method,
 *     in percentage points; NaN for small test sets
 * @param nonFinite number of runs with a loss, gradient or parameter that was not finite
 */
record Score(
    double regret,
    double cosineRegret,
    double defaultRatio,
    double tenth,
    double accuracyDifference,
    double accuracyLost,
    int nonFinite) {}
