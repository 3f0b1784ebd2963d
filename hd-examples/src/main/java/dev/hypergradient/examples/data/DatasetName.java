package dev.hypergradient.examples.data;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The data sets that the examples know. */
public enum DatasetName {
  /** 150 flowers, of which four lengths were measured, that come with DL4J. */
  IRIS,
  /** 1,797 embedded handwritten digits of 8×8 pixels. */
  DIGITS,
  /** 70,000 handwritten digits of 28×28 pixels. */
  MNIST,
  /** 70,000 pictures of clothes of 28×28 pixels. */
  FASHION_MNIST,
  /** 60,000 colour photographs of 32×32 pixels. */
  CIFAR10;

  /**
   * Reads the data set, from the user's directory, else the cache, else the network.
   *
   * @throws IOException if a file is malformed, or missing and not to be downloaded; the message is
   *     for the user
   */
  public Dataset load(DataDirectories directories) throws IOException {
    return switch (this) {
      case IRIS -> Iris.load();
      case DIGITS -> Digits.load();
      case MNIST -> IdxDataset.mnist().load(directories);
      case FASHION_MNIST -> IdxDataset.fashionMnist().load(directories);
      case CIFAR10 -> CifarDataset.cifar10().load(directories);
    };
  }

  /**
   * Reads the data set if it is on this machine: in the user's directory or the cache.
   *
   * @throws IOException if a file is malformed
   */
  public Optional<Dataset> find(DataDirectories directories) throws IOException {
    return switch (this) {
      case IRIS, DIGITS -> Optional.of(load(directories));
      case MNIST -> IdxDataset.mnist().find(directories);
      case FASHION_MNIST -> IdxDataset.fashionMnist().find(directories);
      case CIFAR10 -> CifarDataset.cifar10().find(directories);
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
