package dev.hypergradient.examples.training;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What an updater has learned when a row of a training record is written.
 *
 * @param iteration that of the {@link TrainingRow}
 * @param hypergradient h of the step, gradient · last direction; 0 before the second step, not
 *     finite if the step was skipped
 * @param cosine of gradient and last direction; NaN before the second step
 * @param skippedSteps steps skipped so far, since their gradients were not finite
 * @param levels all hyperparameters, those of the updater itself first
 */
public record LiveValues(
    int iteration,
    double hypergradient,
    double cosine,
    long skippedSteps,
    List<LevelValues> levels) {
  /** Copies the levels. */
  public LiveValues {
    levels = List.copyOf(levels);
  }

  static LiveValues of(int iteration, Hypergradients learned) {
    return new LiveValues(
        iteration,
        learned.getHypergradient(),
        learned.getCosine(),
        learned.getSkippedSteps(),
        learned.getLevels());
  }

  /**
   * The values that a level above moves, without those that stay constant. All rows have the same
   * quantities.
   */
  public NavigableMap<Quantity, Double> learned() {
    NavigableMap<Quantity, Double> learned = new TreeMap<>();
    for (int level = 0; level < levels.size(); level++) {
      LevelValues values = levels.get(level);
      for (Hyperparameter hyperparameter : values.getLearned()) {
        List<Double> list = values.getValues().get(hyperparameter);
        for (int i = 0; i < list.size(); i++) {
          OptionalInt index = list.size() == 1 ? OptionalInt.empty() : OptionalInt.of(i);
          learned.put(new Quantity(level, hyperparameter, index), list.get(i));
        }
      }
    }
    return Collections.unmodifiableNavigableMap(learned);
  }
}
