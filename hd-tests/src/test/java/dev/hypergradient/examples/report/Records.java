package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small records whose numbers are easy to find again. */
public final class Records {
  private static final double NONE = Double.NaN;

  private static final List<TrainingRow> ROWS =
      List.of(
          new TrainingRow(0, 0, 0, 2.5, 2.5, 2.25, 0.0, 0.0, 1e-7),
          new TrainingRow(1, 2, 0.125, 2.375, NONE, NONE, 0.0, NONE, 1e-7),
          new TrainingRow(1, 3, 0.5, 1.125, 1.75, 1.5, 0.001, 0.0005, 1e-7));

  private Records() {}

  /** Learns nothing. */
  public static TrainingRecord twoSteps(String label) {
    return new TrainingRecord(label, ROWS, List.of(), 0.75);
  }

  /** Learns the learning rate. */
  public static TrainingRecord learning(String label) {
    return record(label, level("SgdHd", true, 0.5), level("HyperSgd", false, 1e-4));
  }

  /** Learns the learning rate by an optimiser whose own rates are learned as well. */
  public static TrainingRecord tower(String label, Double... ratesAbove) {
    return record(
        label,
        level("SgdHd", true, 0.5),
        level("HyperSgd", true, ratesAbove),
        level("HyperSgd", false, 1e-4));
  }

  private static TrainingRecord record(String label, LevelValues... levels) {
    return new TrainingRecord(
        label,
        ROWS,
        List.of(
            new LiveValues(0, 0, NONE, 0, List.of(levels)),
            new LiveValues(2, 0, NONE, 0, List.of(levels)),
            new LiveValues(3, -20, -0.25, 1, List.of(levels))),
        0.75);
  }

  private static LevelValues level(String optimizer, boolean learned, Double... learningRates) {
    return new LevelValues(
        optimizer,
        Map.of(Hyperparameter.LEARNING_RATE, List.of(learningRates)),
        learned ? Set.of(Hyperparameter.LEARNING_RATE) : Set.of());
  }
}
