package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.Quantity;
import dev.hypergradient.examples.training.TrainingRecord;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a row of the papers' tables.
 *
 * @param tower the training of the tower
 * @param plain the training with what the tower had learned; empty for a tower that learns nothing
 */
record TowerRun(TrainingRecord tower, Optional<TrainingRecord> plain) {
  /** Whether the tower learns anything. */
  boolean isLearning() {
    return plain.isPresent();
  }

  /** What the levels had learned in the end; empty for a tower that learns nothing. */
  Map<Quantity, Double> learned() {
    return isLearning() ? tower.learned().map(LiveValues::learned).orElseThrow() : Map.of();
  }
}
