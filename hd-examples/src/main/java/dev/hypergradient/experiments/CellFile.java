package dev.hypergradient.experiments;

import dev.hypergradient.examples.files.TextChecksum;
import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The format of a cell's file: comment lines {@code # name: value}, then one row per step with the
 * authors' columns and, if the network learns several learning rates, one for each of them; at the
 * end a comment with the checksum of all that is before.
 */
final class CellFile {
  private static final String RATE_PREFIX = "Alpha ";
  private static final String CELL = "cell";
  private static final String FULL_TRAINING_LOSS = "full_train_loss";
  private static final String TEST_ACCURACY = "test_accuracy";

  private CellFile() {}

  static String format(CellResult result) throws IOException {
    TrainingRecord training = result.training();
    Map<String, String> comments = new LinkedHashMap<>();
    comments.put(CELL, result.cell().id());
    comments.put(FULL_TRAINING_LOSS, CsvReport.number(result.fullTrainingLoss()));
    comments.put(TEST_ACCURACY, CsvReport.number(training.testAccuracy()));
    comments.putAll(Environment.describe());
    List<String> columns = new ArrayList<>(CsvReport.COLUMNS);
    result.rates().layers().forEach(layers -> columns.add(RATE_PREFIX + layers));
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeaderComments(
                comments.entrySet().stream()
                    .map(comment -> comment.getKey() + ": " + comment.getValue())
                    .toArray(Object[]::new))
            .setHeader(columns.toArray(String[]::new))
            .get();
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      for (int i = 0; i < training.rows().size(); i++) {
        List<Object> cells = new ArrayList<>(CsvReport.cells(training.rows().get(i)));
        if (!result.rates().layers().isEmpty()) {
          result.rates().rates().get(i).forEach(rate -> cells.add(CsvReport.number(rate)));
        }
        csv.printRecord(cells);
      }
    }
    return TextChecksum.append(text + "# crc32c: ") + "\n";
  }

  /**
   * Reads what was written of a cell.
   *
   * @throws IllegalArgumentException if it is not the whole file, unchanged, or that of another
   *     cell
   */
  static CellResult parse(Cell cell, String text) throws IOException {
    String checked = TextChecksum.remove(text.substring(0, Math.max(0, text.length() - 1)));
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (CSVParser parser = format.parse(new StringReader(checked))) {
      Map<String, String> comments = comments(parser.getHeaderComment());
      List<String> rateColumns =
          parser.getHeaderNames().stream().filter(name -> name.startsWith(RATE_PREFIX)).toList();
      List<TrainingRow> rows = new ArrayList<>();
      List<List<Double>> rates = new ArrayList<>();
      for (CSVRecord row : parser) {
        rows.add(CsvReport.row(row));
        rates.add(rateColumns.stream().map(name -> CsvReport.number(row.get(name))).toList());
      }
      if (!cell.id().equals(comments.get(CELL))) {
        throw new IllegalArgumentException(
            "must be of the run " + cell.id() + ", got " + comments.get(CELL));
      }
      return new CellResult(
          cell,
          new TrainingRecord(
              cell.method().name(), rows, List.of(), CsvReport.number(comments.get(TEST_ACCURACY))),
          CsvReport.number(comments.get(FULL_TRAINING_LOSS)),
          rateColumns.isEmpty()
              ? RateTrace.NONE
              : new RateTrace(
                  rateColumns.stream().map(name -> name.substring(RATE_PREFIX.length())).toList(),
                  rates));
    }
  }

  private static Map<String, String> comments(String header) {
    return header == null
        ? Map.of()
        : header
            .lines()
            .map(line -> line.split(": ", 2))
            .filter(parts -> parts.length == 2)
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }
}
