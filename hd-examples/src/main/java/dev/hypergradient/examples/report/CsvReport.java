package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a training record as the authors of hypergradient descent write theirs, column by column.
 */
public final class CsvReport {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "Epoch",
              "Iteration",
              "Time",
              "Loss",
              "LossEpoch",
              "ValidLossEpoch",
              "Alpha",
              "AlphaEpoch",
              "Beta")
          .get();

  private CsvReport() {}

  /** Writes or replaces a file. */
  public static void write(TrainingRecord training, Path file) throws IOException {
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      for (TrainingRow row : training.rows()) {
        csv.printRecord(
            row.epoch(),
            row.iteration(),
            number(row.time()),
            number(row.loss()),
            number(row.lossEpoch()),
            number(row.validLossEpoch()),
            number(row.alpha()),
            number(row.alphaEpoch()),
            number(row.beta()));
      }
    }
  }

  /** Python's spelling of what is no number. */
  static String number(double value) {
    return Double.isNaN(value) ? "nan" : Double.toString(value);
  }
}
