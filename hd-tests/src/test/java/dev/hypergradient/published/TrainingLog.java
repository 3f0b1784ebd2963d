package dev.hypergradient.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What was measured in a training run: first before training, then at every step or epoch. */
final class TrainingLog {
  private static final String NO_VALUE = "nan";

  private final Map<Column, List<Double>> values = new EnumMap<>(Column.class);

  TrainingLog() {
    for (Column column : Column.values()) {
      values.put(column, new ArrayList<>());
    }
  }

  /**
   * Reads one of the authors' logs, a CSV file packed with gzip.
   *
   * @throws IOException if the file cannot be read or lacks a column
   */
  static TrainingLog read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      List<String> headers = List.of(Objects.requireNonNullElse(lines.readLine(), "").split(","));
      TrainingLog log = new TrainingLog();
      for (Column column : Column.values()) {
        if (!headers.contains(column.toString())) {
          throw new IOException(file + " must have a column " + column + ", got " + headers);
        }
      }
      lines.lines().forEach(line -> log.addRow(headers, line.split(",")));
      return log;
    }
  }

  private void addRow(List<String> headers, String[] row) {
    for (Column column : Column.values()) {
      String text = row[headers.indexOf(column.toString())];
      if (!text.equals(NO_VALUE)) {
        add(column, Double.parseDouble(text));
      }
    }
  }

  void add(Column column, double value) {
    values.get(column).add(value);
  }

  /** The number of values in a column. */
  int size(Column column) {
    return values.get(column).size();
  }

  /**
   * The largest difference from a log of the same size in a column, as a share of that log's range.
   */
  double deviation(Column column, TrainingLog expected) {
    List<Double> ours = values.get(column);
    List<Double> theirs = expected.values.get(column);
    double largest = 0;
    for (int i = 0; i < theirs.size(); i++) {
      // Math.max keeps a NaN.
      largest = Math.max(largest, Math.abs(ours.get(i) - theirs.get(i)));
    }
    return largest / (Collections.max(theirs) - Collections.min(theirs));
  }
}
