package dev.hypergradient.experiments.study;

import static dev.hypergradient.experiments.study.task.ImageNetworks.mlp;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.VggExample;
import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.experiments.study.task.ConvolutionTasks;
import dev.hypergradient.experiments.study.task.ImageNetworks;
import dev.hypergradient.experiments.study.task.SequenceTasks;
import dev.hypergradient.experiments.study.task.SpecialTasks;
import dev.hypergradient.experiments.study.task.TableTasks;
import dev.hypergradient.experiments.study.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.linalg.activations.Activation;

/**
 * What to train, for how long and with which batch sizes. The first ones and the spirals were there
 * when the parameter-free rule was chosen; the others are {@linkplain #keptApart() kept apart}.
 */
// Sources and budgets are functions without state.
@SuppressWarnings("ImmutableEnumChecker")
enum Problem {
  /** A perceptron of 16 hidden units on four lengths. */
  IRIS(ImageSource.of(DatasetName.IRIS, mlp(Activation.RELU, 16)), Budget.USUAL, 16),
  /** Logistic regression on images of 8×8 pixels. */
  LOGREG_DIGITS(
      ImageSource.of(DatasetName.DIGITS, LogisticRegressionExample::network),
      Budget.USUAL,
      16,
      128,
      1024),
  /** A perceptron of 32 hidden units on images of 8×8 pixels. */
  MLP_DIGITS(
      ImageSource.of(DatasetName.DIGITS, mlp(Activation.RELU, 32)), Budget.USUAL, 16, 128, 1024),
  /** A recurrent network that reads images of 8×8 pixels row by row. */
  RNN_DIGITS(ImageSource.of(DatasetName.DIGITS, ImageNetworks::recurrent), Budget.USUAL, 16, 128),
  /** Logistic regression on handwritten digits. */
  LOGREG_MNIST(
      ImageSource.of(DatasetName.MNIST, LogisticRegressionExample::network),
      Budget.USUAL,
      16,
      128,
      1024),
  /** A perceptron of 128 hidden units on handwritten digits. */
  MLP_MNIST(
      ImageSource.of(DatasetName.MNIST, mlp(Activation.RELU, 128)), Budget.USUAL, 16, 128, 1024),
  /** A perceptron of 128 hidden units on pictures of clothes. */
  MLP_FASHION(
      ImageSource.of(DatasetName.FASHION_MNIST, mlp(Activation.RELU, 128)), Budget.USUAL, 32, 512),
  /** A perceptron of three hidden layers on pictures of clothes. */
  DEEP_FASHION(
      ImageSource.of(DatasetName.FASHION_MNIST, mlp(Activation.TANH, 128, 128, 128)),
      Budget.USUAL,
      32,
      512),
  /** A small convolutional network with batch normalisation on colour photographs. */
  VGG_CIFAR10(
      ImageSource.first(2000, DatasetName.CIFAR10, VggExample::small), Budget.FIFTEENTH, 32),
  /**
   * {@link #MLP_MNIST} on all images, the task that the program of Prodigy's authors was run on.
   */
  WHOLE_MNIST(
      ImageSource.first(60_000, DatasetName.MNIST, mlp(Activation.RELU, 128)),
      Budget.EPOCHS,
      32,
      128,
      512),
  /** {@link #MLP_FASHION} on all images. */
  WHOLE_FASHION(
      ImageSource.first(60_000, DatasetName.FASHION_MNIST, mlp(Activation.RELU, 128)),
      Budget.EPOCHS,
      32,
      128,
      512),
  /** Two spirals, two hidden layers of 64 units, for sixty epochs. */
  SPIRALS(Source.of(TableTasks::spirals), Budget.fixed(2400), 50),

  /** Three classes of noisy waves in a table, one hidden layer. */
  WAVEFORM(Source.of(() -> TableTasks.waveform(1)), Budget.USUAL, 64),
  /** The same, with columns whose units differ by up to a hundred thousand. */
  WAVEFORM_RAW(
      Source.of(() -> TableTasks.waveform(1e-2, 1e-1, 1, 10, 100, 1000)), Budget.USUAL, 64),
  /** {@link #WAVEFORM} in very many steps of very few rows. */
  WAVEFORM_SMALL(Source.of(() -> TableTasks.waveform(1)), Budget.fixed(6000), 4),
  /** Friedman's regression, standardised. */
  FRIEDMAN(Source.of(() -> TableTasks.friedman(1000, false)), Budget.USUAL, 32),
  /** Friedman's regression, columns and values in their units. */
  FRIEDMAN_RAW(Source.of(() -> TableTasks.friedman(1000, true)), Budget.USUAL, 32),
  /** Friedman's regression, all rows in every step. */
  FRIEDMAN_FULL(Source.of(() -> TableTasks.friedman(500, false)), Budget.fixed(1000), 500),
  /** A perceptron on pixels from 0 to 255. */
  DIGITS_RAW(Source.of(TableTasks::unscaledDigits), Budget.USUAL, 32),
  /** Digits through eight numbers and back. */
  AUTOENCODER(Source.of(TableTasks::autoencoder), Budget.USUAL, 32),
  /** Four layers of sigmoids. */
  SIGMOIDS(Source.of(() -> TableTasks.deepDigits(Activation.SIGMOID, 4)), Budget.USUAL, 32),
  /** Eight layers of hyperbolic tangents. */
  DEEP_TANH(Source.of(() -> TableTasks.deepDigits(Activation.TANH, 8)), Budget.USUAL, 32),
  /** Batch normalisation, in very few steps of very many images. */
  LARGE_BATCHES(Source.of(TableTasks::normalizedDigits), Budget.fixed(24), 721),
  /** Documents by the mean of their words' vectors. */
  DOCUMENTS(Source.of(SequenceTasks::documents), Budget.USUAL, 32),
  /** Ratings as products of two vectors, with sparse gradients and a saddle at zero. */
  RATINGS(Source.of(SequenceTasks::ratings), Budget.fixed(2000), 64),
  /** The next character of a text, by an LSTM with truncated gradients. */
  CHARACTERS(Source.of(SequenceTasks::characters), Budget.FIFTEENTH, 32) {
    @Override
    int updates() {
      return SequenceTasks.CHARACTER_UPDATES;
    }
  },
  /** The next number of a wave, by an LSTM. */
  WAVES(Source.of(SequenceTasks::waves), Budget.FIFTH, 32),
  /** Rows of digits that attend to each other. */
  ATTENTION(Source.of(SequenceTasks::attention), Budget.FIFTH, 32),
  /** Two convolutions as in LeNet. */
  CONVOLUTIONS(Source.of(ConvolutionTasks::convolutions), Budget.FIFTH, 32),
  /** Two residual blocks with batch normalisation. */
  RESIDUAL(Source.of(ConvolutionTasks::residual), Budget.FIFTH, 32),
  /** A trained network learns other digits, its first layer frozen. */
  FINE_TUNING(Source.of(SpecialTasks::fineTuning), Budget.FIFTH, 32),
  /** L2 and dropout. */
  DROPOUT(Source.of(SpecialTasks::dropout), Budget.USUAL, 32),
  /** Two losses of very different scale. */
  TWO_LOSSES(Source.of(SpecialTasks::twoLosses), Budget.USUAL, 32);

  private final Source source;
  private final Budget budget;
  private final List<Integer> batchSizes;

  Problem(Source source, Budget budget, Integer... batchSizes) {
    this.source = source;
    this.budget = budget;
    this.batchSizes = List.of(batchSizes);
  }

  /** Whether nothing of the parameter-free rule was chosen with this problem in view. */
  boolean keptApart() {
    return compareTo(SPIRALS) > 0;
  }

  /** Whether a percentage point of test accuracy is ten examples and more. */
  boolean hasManyTestExamples() {
    return switch (this) {
      case LOGREG_MNIST,
          MLP_MNIST,
          MLP_FASHION,
          DEEP_FASHION,
          VGG_CIFAR10,
          WHOLE_MNIST,
          WHOLE_FASHION,
          SPIRALS,
          WAVEFORM,
          WAVEFORM_RAW,
          WAVEFORM_SMALL,
          DOCUMENTS ->
          true;
      default -> false;
    };
  }

  /** Batch sizes. */
  List<Integer> batchSizes() {
    return batchSizes;
  }

  /** What to train, if its data set is on this machine. */
  Optional<Task> task(DataDirectories directories) throws IOException {
    return source.find(directories);
  }

  /** The data set; empty if the data are embedded or generated. */
  Optional<DatasetName> dataset() {
    return source.dataset();
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
    return (int) Math.max(1, Math.round(factor * budget.steps(batchSize)));
  }

  /** Updates of the parameters in each step: several with truncated gradients. */
  int updates() {
    return 1;
  }

  /** The name on the command line and in file names. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
