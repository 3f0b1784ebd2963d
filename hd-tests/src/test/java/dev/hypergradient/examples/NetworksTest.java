package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.Architecture;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class NetworksTest {
  /** Parameters counted by hand; a batch normalisation has 4 per channel. */
  static Stream<Arguments> networks() {
    return Stream.of(
        network(LogisticRegressionExample::network, new ImageShape(1, 28, 28), 784 * 10 + 10),
        network(
            MlpExample::network,
            new ImageShape(1, 28, 28),
            784 * 1000 + 1000 + 1000 * 1000 + 1000 + 1000 * 10 + 10),
        // Convolutions of the VGG-16 of the literature, 14,714,688; 4,224 channels; the classifier.
        network(
            VggExample::vgg16,
            new ImageShape(3, 32, 32),
            14_714_688 + 4 * 4224 + 2 * (512 * 512 + 512) + 512 * 10 + 10),
        network(
            VggExample::small,
            new ImageShape(1, 32, 32),
            9 * (8 + 8 * 8 + 8 * 16 + 16 * 16 + 16 * 32 + 32 * 32)
                + 5 * 2 * (8 + 16 + 32)
                + 4 * 4 * 32 * 10
                + 10));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasTheParametersOfItsDescription(Architecture architecture, ImageShape shape, long count) {
    MultiLayerNetwork network = architecture.create(shape, 10, new Sgd(0.1), 0, 1);

    assertThat(network.numParams()).isEqualTo(count);
    assertThat(network.output(Nd4j.zeros(2, shape.size())).shape()).containsExactly(2, 10);
  }

  private static Arguments network(Architecture architecture, ImageShape images, int parameters) {
    return Arguments.of(architecture, images, parameters);
  }
}
