package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.data.DataDirectories;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every program: where its files are, and help. */
final class FileOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Directory with the files of a data set, or with one directory for each data set."
              + " Default: the cache.")
  Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Directory for CSV files and charts. Default: ${DEFAULT-VALUE}.")
  Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  /** Where data sets may lie. */
  DataDirectories directories() {
    return DataDirectories.of(Optional.ofNullable(data));
  }
}
