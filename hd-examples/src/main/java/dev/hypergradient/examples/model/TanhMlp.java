package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitUniform;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The perceptron of Chandra et al. (<a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371
 * </a>): 128 hidden units, tanh on both layers, so that softmax sees values in (−1, 1) only.
 */
public final class TanhMlp implements Architecture {
  private static final int HIDDEN = 128;
  private static final int MNIST_PIXELS = 784;
  private static final int MNIST_CLASSES = 10;

  private final IWeightInit hidden;
  private final IWeightInit output;

  private TanhMlp(IWeightInit hidden, IWeightInit output) {
    this.hidden = hidden;
    this.output = output;
  }

  /**
   * Starts as the authors' does, with weights from U(−1/√n, 1/√n), n a layer's inputs, and biases
   * 0; the weights depend on the seed.
   */
  public static TanhMlp random() {
    return new TanhMlp(new WeightInitUniform(), new WeightInitUniform());
  }

  /**
   * Starts from weights in files, for MNIST only.
   *
   * @param directory holds {@code towers-W1-128x784.f32le} and {@code towers-W2-10x128.f32le},
   *     row-major
   * @throws IOException if a file is missing or of the wrong length
   */
  public static TanhMlp withWeightsFrom(Path directory) throws IOException {
    return new TanhMlp(
        GivenWeights.read(directory.resolve("towers-W1-128x784.f32le"), HIDDEN * MNIST_PIXELS),
        GivenWeights.read(directory.resolve("towers-W2-10x128.f32le"), MNIST_CLASSES * HIDDEN));
  }

  @Override
  public String name() {
    return "tanh-mlp";
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    return hyperparameters
        .builder()
        .activation(Activation.TANH)
        .list()
        .layer(new DenseLayer.Builder().nOut(HIDDEN).weightInit(hidden).build())
        .layer(new DenseLayer.Builder().nOut(classes).weightInit(output).build())
        .layer(new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build())
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }
}
