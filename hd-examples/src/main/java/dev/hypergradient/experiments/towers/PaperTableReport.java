package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A table of the papers as text and as a file. */
final class PaperTableReport {
  private static final List<String> COLUMNS = List.of("tower", "quantity", "value", "authors");

  private PaperTableReport() {}

  /**
   * One line per accuracy, with the difference in points, and below it one line per learned value.
   */
  static String table(List<TableRow> rows) {
    TextTable table = new TextTable("tower", "here", "authors' code", "difference");
    for (TableRow row : rows) {
      String label = row.quantity().equals(TableRow.ACCURACY) ? row.tower() : "  " + row.quantity();
      table.add(label, value(row, row.value()), value(row, row.authors()), difference(row));
    }
    return table.toString();
  }

  static void writeCsv(List<TableRow> rows, Path file) throws IOException {
    CsvFile.write(
        file,
        COLUMNS,
        csv -> {
          for (TableRow row : rows) {
            csv.printRecord(row.tower(), row.quantity(), row.value(), row.authors());
          }
        });
  }

  private static String value(TableRow row, double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return row.isAccuracy()
        ? String.format(Locale.ROOT, "%.2f%%", 100 * value)
        : String.format(Locale.ROOT, "%.5g", value);
  }

  private static String difference(TableRow row) {
    if (Double.isNaN(row.authors())) {
      return "";
    }
    return row.isAccuracy()
        ? String.format(Locale.ROOT, "%+.2f", 100 * (row.value() - row.authors()))
        : String.format(Locale.ROOT, "%+.1f%%", 100 * (row.value() / row.authors() - 1));
  }
}
