package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.data.DatasetName;
import picocli.CommandLine.Option;

/** The options of an example that uses one data set. */
final class DataOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of initial weights and order of images. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      defaultValue = "digits",
      description =
          "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, 1,797 images that need no"
              + " download; nor does iris. The others are downloaded if they are neither in --data"
              + " nor in the cache.")
  DatasetName dataset;
}
