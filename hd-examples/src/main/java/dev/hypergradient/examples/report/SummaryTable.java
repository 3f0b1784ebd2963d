package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LearningRateFormat;
import dev.hypergradient.examples.training.TrainingRecord;
import java.util.List;
import java.util.Locale;

/** A table of runs for the terminal, one line per run. */
public final class SummaryTable {
  private SummaryTable() {}

  /** The table, with a line separator at its end. */
  public static String of(List<TrainingRecord> records) {
    TextTable table =
        new TextTable(
            "updater", "rate start", "rate end", "training loss", "test loss", "test accuracy");
    for (TrainingRecord training : records) {
      table.add(
          training.label(),
          LearningRateFormat.format(training.initialLearningRate()),
          LearningRateFormat.format(training.finalLearningRate()),
          loss(training.trainingLoss()),
          loss(training.testLoss()),
          String.format(Locale.ROOT, "%.2f%%", 100 * training.testAccuracy()));
    }
    return table.toString();
  }

  private static String loss(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
