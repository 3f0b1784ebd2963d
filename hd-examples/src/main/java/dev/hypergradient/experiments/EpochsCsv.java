package dev.hypergradient.experiments;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes one row per epoch of each cell, and one for before training. */
final class EpochsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "model",
          "method",
          "alpha_0",
          "beta",
          "batch",
          "epoch",
          "iteration",
          "loss_epoch",
          "valid_loss_epoch",
          "alpha_epoch");

  private EpochsCsv() {}

  /** Writes or replaces a file. */
  static void write(List<CellResult> results, Path file) throws IOException {
    CsvFile.write(
        file,
        COLUMNS,
        csv -> {
          for (CellResult result : results) {
            for (TrainingRow row : result.training().rows()) {
              if (row.endsEpoch()) {
                csv.printRecord(
                    result.cell().task().model(),
                    result.method().name(),
                    result.method().learningRate(),
                    result.method().hyperLearningRate(),
                    result.cell().task().batchSize(),
                    row.epoch(),
                    row.iteration(),
                    CsvReport.number(row.lossEpoch()),
                    CsvReport.number(row.validLossEpoch()),
                    CsvReport.number(row.alphaEpoch()));
              }
            }
          }
        });
  }
}
