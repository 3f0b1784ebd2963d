package dev.hypergradient.published;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import java.io.IOException;
import java.util.Optional;

/** MNIST in the directory {@code mnist} of the directory that {@code hd.data} names. */
final class Mnist {
  private Mnist() {}

  /** Reads it, or ends the test as skipped. */
  static Dataset load() throws IOException {
    return DatasetName.MNIST.load(
        DataDirectories.of(Optional.of(DirectoryProperty.require("hd.data"))));
  }
}
