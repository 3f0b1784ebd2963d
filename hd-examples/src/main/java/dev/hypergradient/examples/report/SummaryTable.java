package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LearningRateFormat;
import dev.hypergradient.examples.training.TrainingRecord;
import java.util.List;
import java.util.Locale;

/** A table of runs for the terminal, a line a run. */
public final class SummaryTable {
  private SummaryTable() {}

  /** The table, with a line separator at its end. */
  public static String of(List<TrainingRecord> records) {
    int width =
        records.stream().mapToInt(training -> training.label().length()).reduce(7, Math::max);
    String text = "%-" + width + "s  %10s  %10s  %13s  %9s  %13s%n";
    String numbers = "%-" + width + "s  %10s  %10s  %13.4f  %9.4f  %12.2f%%%n";
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            text,
            "updater",
            "rate start",
            "rate end",
            "training loss",
            "test loss",
            "test accuracy"));
    for (TrainingRecord training : records) {
      table.append(
          String.format(
              Locale.ROOT,
              numbers,
              training.label(),
              LearningRateFormat.format(training.initialLearningRate()),
              LearningRateFormat.format(training.finalLearningRate()),
              training.trainingLoss(),
              training.testLoss(),
              100 * training.testAccuracy()));
    }
    return table.toString();
  }
}
