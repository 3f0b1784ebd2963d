package dev.hypergradient.experiments.study.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;

/** Tables, and perceptrons for them. */
public final class TableTasks {
  private static final int TRAIN_SEED = 1;
  private static final int TEST_SEED = 2;
  private static final int TEST_ROWS = 1000;

  private TableTasks() {}

  /** Two spirals, two hidden layers of 64 units. */
  public static Task spirals() {
    return classification(
        GeneratedTables.spirals(2000, TRAIN_SEED),
        GeneratedTables.spirals(TEST_ROWS, TEST_SEED),
        2,
        2,
        hidden(Activation.TANH, 64, 64));
  }

  /**
   * Three classes of waves, one hidden layer.
   *
   * @param units factor on each column, in turn
   */
  public static Task waveform(double... units) {
    return classification(
        GeneratedTables.waveform(4000, TRAIN_SEED, units),
        GeneratedTables.waveform(TEST_ROWS, TEST_SEED, units),
        21,
        3,
        hidden(Activation.RELU, 32));
  }

  /** Friedman's regression, in its units or not, two hidden layers. */
  public static Task friedman(int rows, boolean raw) {
    return regression(
        GeneratedTables.friedman(rows, TRAIN_SEED, raw),
        10,
        hidden(Activation.TANH, 32, 32),
        Graphs.squaredError(1));
  }

  /** Digits as a table of pixels from 0 to 255, as people forget to scale them. */
  public static Task unscaledDigits() {
    return digits(255 * DigitExamples.UNIT, hidden(Activation.RELU, 32));
  }

  /** Digits and hidden layers of 32 units. */
  public static Task deepDigits(Activation activation, int layers) {
    return digits(DigitExamples.UNIT, Collections.nCopies(layers, Graphs.dense(32, activation)));
  }

  /** Digits and batch normalisation. */
  public static Task normalizedDigits() {
    return digits(
        DigitExamples.UNIT,
        List.of(
            Graphs.dense(64, Activation.IDENTITY),
            new BatchNormalization.Builder().activation(Activation.RELU).build()));
  }

  /** Digits that have to pass through eight numbers. */
  public static Task autoencoder() {
    return regression(
        DigitExamples.train().themselves(),
        64,
        hidden(Activation.RELU, 32, 8, 32),
        Graphs.squaredError(64));
  }

  private static Task digits(double factor, List<Layer> hidden) {
    return DigitExamples.classification(factor, perceptron(64, hidden, Graphs.softmax(10)), 64);
  }

  private static Task classification(
      Examples train, Examples test, int columns, int classes, List<Layer> hidden) {
    return new GraphTask(train, test, true, perceptron(columns, hidden, Graphs.softmax(classes)));
  }

  private static Task regression(
      Examples train, int columns, List<Layer> hidden, OutputLayer output) {
    return new GraphTask(train, train, false, perceptron(columns, hidden, output));
  }

  private static GraphTask.Factory perceptron(int columns, List<Layer> hidden, OutputLayer output) {
    return Graphs.chain(
        InputType.feedForward(columns),
        () -> {
          List<Layer> layers = new ArrayList<>();
          hidden.forEach(layer -> layers.add(layer.clone()));
          layers.add(output.clone());
          return layers;
        });
  }

  private static List<Layer> hidden(Activation activation, int... units) {
    List<Layer> layers = new ArrayList<>();
    for (int number : units) {
      layers.add(Graphs.dense(number, activation));
    }
    return layers;
  }
}
