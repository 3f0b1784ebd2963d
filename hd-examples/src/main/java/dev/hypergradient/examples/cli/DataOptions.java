package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every example. */
final class DataOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of initial weights and order of images. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      defaultValue = "digits",
      description =
          "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, 1,797 images that need no"
              + " download.")
  DatasetName dataset;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Directory with the files of the data set, or with one directory for each data set."
              + " Default: the cache, else they are downloaded.")
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
