package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.VggExample;
import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.training.Architecture;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.activations.Activation;

/** A network, its data set, and its batch sizes. */
enum Problem {
  /** A perceptron of 16 hidden units on four lengths. */
  IRIS(DatasetName.IRIS),
  /** Logistic regression on images of 8×8 pixels. */
  LOGREG_DIGITS(DatasetName.DIGITS),
  /** A perceptron of 32 hidden units on images of 8×8 pixels. */
  MLP_DIGITS(DatasetName.DIGITS),
  /** A recurrent network that reads images of 8×8 pixels row by row. */
  RNN_DIGITS(DatasetName.DIGITS),
  /** Logistic regression on handwritten digits. */
  LOGREG_MNIST(DatasetName.MNIST),
  /** A perceptron of 128 hidden units on handwritten digits. */
  MLP_MNIST(DatasetName.MNIST),
  /** A perceptron of 128 hidden units on pictures of clothes. */
  MLP_FASHION(DatasetName.FASHION_MNIST),
  /** A perceptron of three hidden layers on pictures of clothes. */
  DEEP_FASHION(DatasetName.FASHION_MNIST),
  /** A small convolutional network with batch normalisation on colour photographs. */
  VGG_CIFAR10(DatasetName.CIFAR10),
  /**
   * {@link #MLP_MNIST} on all images, the task that the program of Prodigy's authors was run on.
   */
  WHOLE_MNIST(DatasetName.MNIST),
  /** {@link #MLP_FASHION} on all images. */
  WHOLE_FASHION(DatasetName.FASHION_MNIST);

  private final DatasetName dataset;

  Problem(DatasetName dataset) {
    this.dataset = dataset;
  }

  /** The network. */
  Architecture architecture() {
    return switch (this) {
      case LOGREG_DIGITS, LOGREG_MNIST -> LogisticRegressionExample::network;
      case IRIS -> StudyNetworks.mlp(Activation.RELU, 16);
      case MLP_DIGITS -> StudyNetworks.mlp(Activation.RELU, 32);
      case MLP_MNIST, MLP_FASHION, WHOLE_MNIST, WHOLE_FASHION ->
          StudyNetworks.mlp(Activation.RELU, 128);
      case DEEP_FASHION -> StudyNetworks.mlp(Activation.TANH, 128, 128, 128);
      case RNN_DIGITS -> StudyNetworks::recurrent;
      case VGG_CIFAR10 -> VggExample::small;
    };
  }

  /** Batch sizes. */
  List<Integer> batchSizes() {
    return switch (this) {
      case IRIS -> List.of(16);
      case RNN_DIGITS -> List.of(16, 128);
      case LOGREG_DIGITS, MLP_DIGITS, LOGREG_MNIST, MLP_MNIST -> List.of(16, 128, 1024);
      case MLP_FASHION, DEEP_FASHION -> List.of(32, 512);
      case VGG_CIFAR10 -> List.of(32);
      case WHOLE_MNIST, WHOLE_FASHION -> List.of(32, 128, 512);
    };
  }

  /** The data set. */
  DatasetName dataset() {
    return dataset;
  }

  /** The images, if their data set is on this machine. */
  Optional<Dataset> data(DataDirectories directories) throws IOException {
    return dataset.find(directories).map(data -> data.first(budget().images()));
  }

  /** How many images and how many steps to train on. */
  Budget budget() {
    return switch (this) {
      case VGG_CIFAR10 -> Budget.CONVOLUTIONAL;
      case WHOLE_MNIST, WHOLE_FASHION -> Budget.WHOLE;
      default -> Budget.USUAL;
    };
  }

  /** The papers' β of the additive rule. */
  double hyperRate(Family family) {
    if (family != Family.ADAM) {
      return 1e-3;
    }
    return this == VGG_CIFAR10 ? 1e-8 : 1e-7;
  }

  /**
   * Steps of a run, at least one.
   *
   * @param factor to lengthen or shorten all runs
   */
  int steps(int batchSize, double factor) {
    return (int) Math.max(1, Math.round(factor * budget().steps(batchSize)));
  }

  /** The name on the command line and in file names. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
