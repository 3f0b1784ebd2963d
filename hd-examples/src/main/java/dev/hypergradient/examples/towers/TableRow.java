package dev.hypergradient.examples.towers;

/**
 * A number of the papers' tables.
 *
 * @param tower in the papers' notation
 * @param quantity an accuracy, a share of all test images, or what a level has learned
 * @param value as measured
 * @param authors the same by the authors' code; NaN if unknown
 */
record TableRow(String tower, String quantity, double value, double authors) {
  static final String ACCURACY = "test accuracy";
  static final String PLAIN_ACCURACY = "plain test accuracy";

  /** Whether this is a share of the test images. */
  boolean isAccuracy() {
    return quantity.equals(ACCURACY) || quantity.equals(PLAIN_ACCURACY);
  }
}
