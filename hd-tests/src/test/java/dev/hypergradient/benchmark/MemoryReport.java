package dev.hypergradient.benchmark;

import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What updaters keep and allocate, as a table and as a file. */
final class MemoryReport {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("updater", "parameters", "state_floats", "heap_bytes", "resident_bytes")
          .get();

  private MemoryReport() {}

  static String table(List<MemoryCost> costs) {
    TextTable table =
        new TextTable(
            "updater",
            "parameters",
            "floats kept per parameter",
            "heap bytes a step",
            "resident bytes a step");
    for (MemoryCost cost : costs) {
      table.add(
          cost.updaters().toString(),
          Integer.toString(cost.parameters()),
          String.format(Locale.ROOT, "%.3f", cost.stateFloats()),
          String.format(Locale.ROOT, "%.0f", cost.heapBytes()),
          String.format(Locale.ROOT, "%.0f", cost.residentBytes()));
    }
    return table.toString();
  }

  static void writeCsv(List<MemoryCost> costs, Path file) throws IOException {
    try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      for (MemoryCost cost : costs) {
        csv.printRecord(
            cost.updaters(),
            cost.parameters(),
            cost.stateFloats(),
            cost.heapBytes(),
            cost.residentBytes());
      }
    }
  }
}
