package dev.hypergradient.examples.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.examples.data.ImageShape;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class ArchitectureTest {
  private static final Hyperparameters SETTINGS = new Hyperparameters(new Sgd(0.1), 0, 1);

  /** Parameters counted by hand; a batch normalisation has 4 a channel. */
  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(new LogisticRegression(), new ImageShape(1, 28, 28), 784 * 10 + 10),
        Arguments.of(
            new Mlp(),
            new ImageShape(1, 28, 28),
            784 * 1000 + 1000 + 1000 * 1000 + 1000 + 1000 * 10 + 10),
        Arguments.of(
            new Mlp("x", Activation.TANH, List.of(5, 3)),
            new ImageShape(4, 1, 1),
            4 * 5 + 5 + 5 * 3 + 3 + 3 * 10 + 10),
        // Eight rows of eight pixels: weights of a row, of the state, biases.
        Arguments.of(new RowByRow(), new ImageShape(1, 8, 8), 8 * 32 + 32 * 32 + 32 + 32 * 10 + 10),
        // Convolutions of the VGG-16 of the literature, 14,714,688; 4,224 channels; the classifier.
        Arguments.of(
            Vgg.vgg16(),
            new ImageShape(3, 32, 32),
            14_714_688 + 4 * 4224 + 2 * (512 * 512 + 512) + 512 * 10 + 10),
        Arguments.of(
            Vgg.small(),
            new ImageShape(1, 32, 32),
            9 * (8 + 8 * 8 + 8 * 16 + 16 * 16 + 16 * 32 + 32 * 32)
                + 5 * 2 * (8 + 16 + 32)
                + 4 * 4 * 32 * 10
                + 10));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void hasTheParametersOfItsDescription(Architecture architecture, ImageShape shape, long count) {
    MultiLayerNetwork network = new MultiLayerNetwork(architecture.configure(shape, 10, SETTINGS));
    network.init();

    assertThat(network.numParams()).isEqualTo(count);
    assertThat(network.output(Nd4j.zeros(2, shape.size())).shape()).containsExactly(2, 10);
  }

  @Test
  void rejectsNegativeL2() {
    assertThatThrownBy(() -> new Hyperparameters(new Sgd(0.1), -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got -1");
  }
}
