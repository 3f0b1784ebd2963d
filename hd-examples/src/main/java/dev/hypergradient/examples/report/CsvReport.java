package dev.hypergradient.examples.report;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Writes and reads training records as the authors of hypergradient descent write theirs, column by
 * column.
 */
public final class CsvReport {
  /** The authors' columns. */
  public static final List<String> COLUMNS =
      List.of(
          "Epoch",
          "Iteration",
          "Time",
          "Loss",
          "LossEpoch",
          "ValidLossEpoch",
          "Alpha",
          "AlphaEpoch",
          "Beta");

  private CsvReport() {}

  /** Writes or replaces a file. */
  public static void write(TrainingRecord training, Path file) throws IOException {
    CsvFile.write(
        file,
        COLUMNS,
        csv -> {
          for (TrainingRow row : training.rows()) {
            csv.printRecord(cells(row));
          }
        });
  }

  /** A row as it is written. */
  public static List<Object> cells(TrainingRow row) {
    return List.of(
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

  /**
   * A row as it was written.
   *
   * @throws IllegalArgumentException if a column is missing or holds no number
   */
  public static TrainingRow row(CSVRecord row) {
    return new TrainingRow(
        Integer.parseInt(row.get("Epoch")),
        Integer.parseInt(row.get("Iteration")),
        number(row.get("Time")),
        number(row.get("Loss")),
        number(row.get("LossEpoch")),
        number(row.get("ValidLossEpoch")),
        number(row.get("Alpha")),
        number(row.get("AlphaEpoch")),
        number(row.get("Beta")));
  }

  /**
   * A number in Python's spelling or Java's.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** A number, NaN in Python's spelling. */
  public static String number(double value) {
    return Double.isNaN(value) ? "nan" : Double.toString(value);
  }
}
