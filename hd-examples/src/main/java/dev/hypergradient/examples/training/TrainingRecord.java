package dev.hypergradient.examples.training;

import dev.hypergradient.hyper.LevelValues;
import java.util.List;

/**
 * What came of a training run.
 *
 * @param label of the updater
 * @param rows the one before training, then one a step
 * @param testAccuracy share of test images classified rightly after training, 0 to 1
 * @param levels hyperparameters after training, those of the updater itself first, then those of
 *     the optimisers above it; empty for an updater that learns nothing
 */
public record TrainingRecord(
    String label, List<TrainingRow> rows, double testAccuracy, List<LevelValues> levels) {
  /** Copies the lists and rejects a record without a step. */
  public TrainingRecord {
    rows = List.copyOf(rows);
    levels = List.copyOf(levels);
    if (rows.size() < 2) {
      throw new IllegalArgumentException("a record needs at least 2 rows, got " + rows.size());
    }
  }

  /** Learning rate before training. */
  public double initialLearningRate() {
    return rows.get(0).alpha();
  }

  /** Learning rate of the last step. */
  public double finalLearningRate() {
    return last().alpha();
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
