package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.util.List;

/** Small records whose numbers are easy to find again. */
final class Records {
  private static final double NONE = Double.NaN;

  private Records() {}

  static TrainingRecord twoSteps(String label) {
    return new TrainingRecord(
        label,
        List.of(
            new TrainingRow(0, 0, 0, 2.5, 2.5, 2.25, 0.0, 0.0, 1e-7),
            new TrainingRow(1, 2, 0.125, 2.375, NONE, NONE, 0.0, NONE, 1e-7),
            new TrainingRow(1, 3, 0.5, 1.125, 1.75, 1.5, 0.001, 0.0005, 1e-7)),
        0.75,
        List.of());
  }
}
