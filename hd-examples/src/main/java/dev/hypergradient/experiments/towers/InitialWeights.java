package dev.hypergradient.experiments.towers;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitUniform;

/**
 * Where the weights of the papers' perceptron start from.
 *
 * @param hidden weights of the hidden layer
 * @param output weights of the output layer
 */
public record InitialWeights(IWeightInit hidden, IWeightInit output) {
  private static final int HIDDEN_UNITS = 128;
  private static final int MNIST_PIXELS = 784;
  private static final int MNIST_CLASSES = 10;

  /** Weights of the authors' distribution, U(−1/√n, 1/√n), n a layer's inputs. */
  public static InitialWeights random() {
    return new InitialWeights(new WeightInitUniform(), new WeightInitUniform());
  }

  /**
   * Weights from files, for MNIST only.
   *
   * @param directory holds {@code towers-W1-128x784.f32le} and {@code towers-W2-10x128.f32le},
   *     row-major
   * @throws IOException if a file is missing or of the wrong length
   */
  public static InitialWeights read(Path directory) throws IOException {
    return new InitialWeights(
        GivenWeights.read(
            directory.resolve("towers-W1-128x784.f32le"), HIDDEN_UNITS * MNIST_PIXELS),
        GivenWeights.read(
            directory.resolve("towers-W2-10x128.f32le"), MNIST_CLASSES * HIDDEN_UNITS));
  }
}
