package dev.hypergradient.published;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;

/** The columns of a training log that are compared; α is the learning rate. */
enum Column {
  LOSS,
  LOSS_EPOCH,
  VALID_LOSS_EPOCH,
  ALPHA,
  ALPHA_EPOCH;

  /** The values of a record in this column, without those rows that have none. */
  double[] of(TrainingRecord training) {
    return training.rows().stream()
        .mapToDouble(this::value)
        .filter(number -> !Double.isNaN(number))
        .toArray();
  }

  /**
   * The largest difference from a record that has as many values, as a share of that record's
   * range.
   */
  double deviation(TrainingRecord actual, TrainingRecord expected) {
    double[] ours = of(actual);
    double[] theirs = of(expected);
    double maxDifference = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < theirs.length; i++) {
      maxDifference = Math.max(maxDifference, Math.abs(ours[i] - theirs[i]));
      min = Math.min(min, theirs[i]);
      max = Math.max(max, theirs[i]);
    }
    return maxDifference / (max - min);
  }

  private double value(TrainingRow row) {
    return switch (this) {
      case LOSS -> row.loss();
      case LOSS_EPOCH -> row.lossEpoch();
      case VALID_LOSS_EPOCH -> row.validLossEpoch();
      case ALPHA -> row.alpha();
      case ALPHA_EPOCH -> row.alphaEpoch();
    };
  }
}
