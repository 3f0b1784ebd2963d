package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sensitivity sweep as a table and as a file. */
final class SweepReport {
  private static final List<String> COLUMNS =
      List.of(
          "height", "log10_top_alpha", "test_error", "final_alpha_bottom", "authors_test_error");

  private SweepReport() {}

  /**
   * Test errors, one row per learning rate, one column per height; the authors' errors are in
   * brackets.
   */
  static String table(List<SweepPoint> points) {
    TextTable table =
        new TextTable(
            row("test error from α", points.stream().map(p -> "height " + p.height()).distinct()));
    points.stream()
        .map(SweepPoint::exponent)
        .distinct()
        .forEach(
            exponent ->
                table.add(
                    row(
                        "1e" + exponent,
                        points.stream()
                            .filter(point -> point.exponent() == exponent)
                            .map(SweepReport::cell))));
    return table.toString();
  }

  static void writeCsv(List<SweepPoint> points, Path file) throws IOException {
    CsvFile.write(
        file,
        COLUMNS,
        csv -> {
          for (SweepPoint point : points) {
            csv.printRecord(
                point.height(),
                point.exponent(),
                point.testError(),
                point.learnedRate(),
                point.authorsError());
          }
        });
  }

  private static String[] row(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).toArray(String[]::new);
  }

  private static String cell(SweepPoint point) {
    String error =
        Double.isNaN(point.testError())
            ? "diverged"
            : String.format(Locale.ROOT, "%.2f%%", 100 * point.testError());
    return Double.isNaN(point.authorsError())
        ? error
        : String.format(Locale.ROOT, "%s (%.2f%%)", error, 100 * point.authorsError());
  }
}
