package dev.hypergradient.experiments;

import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes one row per epoch of each cell, and one for before training. */
final class EpochsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "model",
              "method",
              "alpha_0",
              "beta",
              "batch",
              "epoch",
              "iteration",
              "loss_epoch",
              "valid_loss_epoch",
              "alpha_epoch")
          .get();

  private EpochsCsv() {}

  /** Writes or replaces a file. */
  static void write(List<CellResult> results, Path file) throws IOException {
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
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
    }
  }
}
