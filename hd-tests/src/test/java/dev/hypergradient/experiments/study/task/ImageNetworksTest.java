package dev.hypergradient.experiments.study.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.Architecture;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class ImageNetworksTest {
  @Test
  void perceptronHasTheParametersOfItsDescription() {
    assertParameters(
        ImageNetworks.mlp(Activation.TANH, 5, 3),
        new ImageShape(4, 1, 1),
        4 * 5 + 5 + 5 * 3 + 3 + 3 * 10 + 10);
  }

  @Test
  void recurrentNetworkHasTheParametersOfItsDescription() {
    // Eight rows of eight pixels: weights of a row, of the state, biases.
    assertParameters(
        ImageNetworks::recurrent, new ImageShape(1, 8, 8), 8 * 32 + 32 * 32 + 32 + 32 * 10 + 10);
  }

  private static void assertParameters(Architecture architecture, ImageShape images, int count) {
    MultiLayerNetwork network = architecture.create(images, 10, new Sgd(0.1), 0, 1);

    assertThat(network.numParams()).isEqualTo(count);
    assertThat(network.output(Nd4j.zeros(2, images.size())).shape()).containsExactly(2, 10);
  }
}
