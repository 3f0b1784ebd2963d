package dev.hypergradient.examples.training;

import java.util.List;
import java.util.Optional;

/**
 * The result of a training run.
 *
 * @param label of the updater
 * @param rows the one before training, then one per step
 * @param live what the updater had learned at each row; empty for an updater that learns nothing
 * @param testAccuracy share of test images classified rightly after training, 0 to 1
 */
public record TrainingRecord(
    String label, List<TrainingRow> rows, List<LiveValues> live, double testAccuracy) {
  /** Copies the lists; rejects a record without a step, or with live values of some rows only. */
  public TrainingRecord {
    rows = List.copyOf(rows);
    live = List.copyOf(live);
    if (rows.size() < 2) {
      throw new IllegalArgumentException("a record needs at least 2 rows, got " + rows.size());
    }
    if (!live.isEmpty() && live.size() != rows.size()) {
      throw new IllegalArgumentException(
          "live values must be none or " + rows.size() + ", got " + live.size());
    }
  }

  /** What the updater had learned in the end; empty for an updater that learns nothing. */
  public Optional<LiveValues> learned() {
    return live.isEmpty() ? Optional.empty() : Optional.of(live.get(live.size() - 1));
  }

  /** Learning rate before training. */
  public double initialLearningRate() {
    return rows.get(0).alpha();
  }

  /** Learning rate of the last step. */
  public double finalLearningRate() {
    return last().alpha();
  }

  /** Mean learning rate of the last epoch. */
  public double meanLearningRate() {
    return last().alphaEpoch();
  }

  /** Mean training loss of the last epoch. */
  public double trainingLoss() {
    return last().lossEpoch();
  }

  /** Mean loss of the test images after training. */
  public double testLoss() {
    return last().validLossEpoch();
  }

  private TrainingRow last() {
    return rows.get(rows.size() - 1);
  }
}
