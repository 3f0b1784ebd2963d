package dev.hypergradient.benchmark;

import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The costs of training steps as a table and as a file. */
final class TrainingReport {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("wait_policy", "network", "updater", "ratio_dl4j", "step_ms", "dl4j_ms")
          .get();

  private TrainingReport() {}

  static String table(List<TrainingCost> costs) {
    TextTable table = new TextTable("waiting", "network", "updater", "/ DL4J", "ms", "DL4J ms");
    for (TrainingCost cost : costs) {
      table.add(
          cost.setting().waitPolicy().toString(),
          cost.setting().network().toString(),
          cost.setting().updaters().toString(),
          number(cost.dl4jRatio()),
          number(cost.millis()),
          number(cost.dl4jMillis()));
    }
    return table.toString();
  }

  static void writeCsv(List<TrainingCost> costs, Path file) throws IOException {
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      for (TrainingCost cost : costs) {
        csv.printRecord(
            cost.setting().waitPolicy(),
            cost.setting().network(),
            cost.setting().updaters(),
            cost.dl4jRatio(),
            cost.millis(),
            cost.dl4jMillis());
      }
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
