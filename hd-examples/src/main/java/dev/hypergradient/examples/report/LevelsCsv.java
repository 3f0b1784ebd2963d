package dev.hypergradient.examples.report;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.Quantity;
import dev.hypergradient.examples.training.TrainingRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes what updaters had learned at every iteration, counted as in {@link CsvReport}:
 * hypergradient, cosine and skipped steps, then a column for each value that any of them learns,
 * "nan" for those that do not.
 */
public final class LevelsCsv {
  private static final List<String> COLUMNS =
      List.of("Iteration", "Hypergradient", "Cosine", "SkippedSteps");

  private final List<TrainingRecord> records;
  private final Optional<String> label;
  private final NavigableSet<Quantity> quantities = new TreeSet<>();

  private LevelsCsv(List<TrainingRecord> records, Optional<String> label) {
    this.records = records;
    this.label = label;
    records.forEach(
        training ->
            training.learned().ifPresent(live -> quantities.addAll(live.learned().keySet())));
  }

  /** Writes or replaces a file of one record. */
  public static void write(TrainingRecord training, Path file) throws IOException {
    new LevelsCsv(List.of(training), Optional.empty()).write(file);
  }

  /**
   * Writes or replaces a file of several records, one below the other.
   *
   * @param label name of the first column, which holds the records' labels
   */
  public static void write(List<TrainingRecord> records, String label, Path file)
      throws IOException {
    new LevelsCsv(records, Optional.of(label)).write(file);
  }

  private void write(Path file) throws IOException {
    CsvFile.write(
        file,
        header(),
        csv -> {
          for (TrainingRecord training : records) {
            for (LiveValues live : training.live()) {
              csv.printRecord(row(training, live));
            }
          }
        });
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    label.ifPresent(header::add);
    header.addAll(COLUMNS);
    quantities.forEach(quantity -> header.add(quantity.toString()));
    return header;
  }

  private List<Object> row(TrainingRecord training, LiveValues live) {
    List<Object> row = new ArrayList<>();
    label.ifPresent(column -> row.add(training.label()));
    row.add(live.iteration());
    row.add(CsvReport.number(live.hypergradient()));
    row.add(CsvReport.number(live.cosine()));
    row.add(live.skippedSteps());
    Map<Quantity, Double> learned = live.learned();
    quantities.forEach(
        quantity -> row.add(CsvReport.number(learned.getOrDefault(quantity, Double.NaN))));
    return row;
  }
}
