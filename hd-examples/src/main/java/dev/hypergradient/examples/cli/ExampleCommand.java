package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A program that computes something on one data set, from one seed. */
public abstract class ExampleCommand extends DataCommand {
  @Mixin private DataOptions options;

  /** The data set that the user chose. */
  protected final DatasetName dataset() {
    return options.dataset;
  }

  /**
   * Reads the data set.
   *
   * @throws IOException if it is malformed or cannot be had
   */
  protected final Dataset load() throws IOException {
    return options.dataset.load(directories());
  }

  /** The seed of all random numbers. */
  protected final long seed() {
    return options.seed;
  }
}
