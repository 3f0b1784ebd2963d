package dev.hypergradient.benchmark;

import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The costs of steps as a table and as a file. */
final class StepReport {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "wait_policy",
              "updater",
              "parameters",
              "ratio_dl4j",
              "ratio_floor",
              "step_us",
              "dl4j_us",
              "floor_us",
              "refresh_us",
              "copy_us",
              "fastest_copy")
          .get();

  private StepReport() {}

  static String table(List<StepCost> costs) {
    TextTable table =
        new TextTable(
            "waiting", "updater", "parameters", "/ DL4J", "/ floor", "µs", "DL4J µs", "floor µs");
    for (StepCost cost : costs) {
      table.add(
          cost.setting().waitPolicy().toString(),
          cost.setting().updaters().toString(),
          Integer.toString(cost.setting().parameters()),
          ratio(cost.dl4jRatio()),
          ratio(cost.floorRatio()),
          micros(cost.micros()),
          micros(cost.dl4jMicros()),
          micros(cost.floorMicros()));
    }
    return table.toString();
  }

  static void writeCsv(List<StepCost> costs, Path file) throws IOException {
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      for (StepCost cost : costs) {
        csv.printRecord(
            cost.setting().waitPolicy(),
            cost.setting().updaters(),
            cost.setting().parameters(),
            cost.dl4jRatio(),
            cost.floorRatio(),
            cost.micros(),
            cost.dl4jMicros(),
            cost.floorMicros(),
            cost.refreshMicros(),
            cost.copyMicros(),
            cost.fastestCopy());
      }
    }
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String micros(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
