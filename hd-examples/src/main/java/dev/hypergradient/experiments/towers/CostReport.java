package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The cost of towers as a table and as a file. */
final class CostReport {
  private static final List<String> COLUMNS =
      List.of("tower", "height", "step_ms", "ratio", "authors_ratio");

  private CostReport() {}

  static String table(List<StepCost> costs) {
    TextTable table = new TextTable("tower of", "height", "ms per step", "ratio", "authors' ratio");
    for (StepCost cost : costs) {
      table.add(
          cost.tower(),
          Integer.toString(cost.height()),
          number("%.3f", cost.milliseconds()),
          number("%.3f", cost.ratio()),
          number("%.1f", cost.authorsRatio()));
    }
    return table.toString();
  }

  static void writeCsv(List<StepCost> costs, Path file) throws IOException {
    CsvFile.write(
        file,
        COLUMNS,
        csv -> {
          for (StepCost cost : costs) {
            csv.printRecord(
                cost.tower(),
                cost.height(),
                cost.milliseconds(),
                cost.ratio(),
                cost.authorsRatio());
          }
        });
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }
}
