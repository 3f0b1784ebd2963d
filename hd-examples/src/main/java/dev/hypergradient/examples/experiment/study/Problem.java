package dev.hypergradient.examples.experiment.study;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.model.LogisticRegression;
import dev.hypergradient.examples.model.Mlp;
import dev.hypergradient.examples.model.RowByRow;
import dev.hypergradient.examples.model.Vgg;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.activations.Activation;

/** A network, what it is to learn, and with batches of which sizes. */
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
  /** The same on pictures of clothes. */
  MLP_FASHION(DatasetName.FASHION_MNIST),
  /** A perceptron of three hidden layers on pictures of clothes. */
  DEEP_FASHION(DatasetName.FASHION_MNIST),
  /** A small convolutional network with batch normalisation on colour photographs. */
  VGG_CIFAR10(DatasetName.CIFAR10);

  /** Rates above 0 that the rule without a number is also started from. */
  static final List<Double> INITIAL_RATES = List.of(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1d);

  /** Images to train on and to test on, at most. */
  private static final int IMAGES = 12_000;

  /** A step of the convolutional network takes as long as hundreds of the others'. */
  private static final int CONVOLUTIONAL_IMAGES = 2000;

  private static final int CONVOLUTIONAL_STEPS_PART = 15;

  private static final double STEPS_OF_ONE_IMAGE = 8000;

  private final DatasetName dataset;

  Problem(DatasetName dataset) {
    this.dataset = dataset;
  }

  /** The network. */
  Architecture architecture() {
    return switch (this) {
      case LOGREG_DIGITS, LOGREG_MNIST -> new LogisticRegression();
      case IRIS -> mlp(Activation.RELU, 16);
      case MLP_DIGITS -> mlp(Activation.RELU, 32);
      case MLP_MNIST, MLP_FASHION -> mlp(Activation.RELU, 128);
      case DEEP_FASHION -> mlp(Activation.TANH, 128, 128, 128);
      case RNN_DIGITS -> new RowByRow();
      case VGG_CIFAR10 -> Vgg.small();
    };
  }

  /** Numbers of images a step. */
  List<Integer> batchSizes() {
    return switch (this) {
      case IRIS -> List.of(16);
      case RNN_DIGITS -> List.of(16, 128);
      case LOGREG_DIGITS, MLP_DIGITS, LOGREG_MNIST, MLP_MNIST -> List.of(16, 128, 1024);
      case MLP_FASHION, DEEP_FASHION -> List.of(32, 512);
      case VGG_CIFAR10 -> List.of(32);
    };
  }

  /** The data set that the images are of. */
  DatasetName dataset() {
    return dataset;
  }

  /** The images, if their data set is on this machine. */
  Optional<Dataset> data(DataDirectories directories) throws IOException {
    int images = isConvolutional() ? CONVOLUTIONAL_IMAGES : IMAGES;
    return dataset.find(directories).map(data -> data.first(images));
  }

  /** Of {@link #INITIAL_RATES} all, or the smallest and the largest if runs take long. */
  List<Double> initialRates() {
    return isConvolutional()
        ? List.of(INITIAL_RATES.get(0), INITIAL_RATES.get(INITIAL_RATES.size() - 1))
        : INITIAL_RATES;
  }

  /** The papers' β of the additive rule. */
  double hyperRate(Family family) {
    if (family != Family.ADAM) {
      return 1e-3;
    }
    return isConvolutional() ? 1e-8 : 1e-7;
  }

  /** Steps of a run: the larger the batches, the fewer, but the more images in all. */
  int steps(int batchSize, double factor) {
    double steps = STEPS_OF_ONE_IMAGE / Math.sqrt(batchSize);
    return (int)
        Math.max(
            1, Math.round(factor * steps / (isConvolutional() ? CONVOLUTIONAL_STEPS_PART : 1)));
  }

  /** The name on the command line and in file names. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean isConvolutional() {
    return this == VGG_CIFAR10;
  }

  private static Mlp mlp(Activation activation, Integer... hidden) {
    return new Mlp("mlp", activation, List.of(hidden));
  }
}
