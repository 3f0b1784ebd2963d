package dev.hypergradient.examples.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.TowersExample;
import dev.hypergradient.examples.VggExample;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.experiments.towers.InitialWeights;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class LogitsTest {
  private static final ImageShape SHAPE = new ImageShape(1, 16, 16);

  /** An output layer alone, one behind convolutions, and a loss layer. */
  static Stream<Architecture> architectures() {
    return Stream.of(
        LogisticRegressionExample::network,
        VggExample::small,
        TowersExample.network(InitialWeights.random()));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void agreeWithTheNetworksOwnProbabilities(Architecture architecture) {
    MultiLayerNetwork network = architecture.create(SHAPE, 10, new Sgd(0.1), 0, 1);
    Nd4j.getRandom().setSeed(1);
    INDArray features = Nd4j.rand(3, SHAPE.size());
    float[][] probabilities = network.output(features).toFloatMatrix();
    int hidden = network.getnLayers() - 1;
    List<INDArray> activations = network.feedForward(features, false);

    Logits logits = Logits.of(network, activations.get(hidden));

    for (int row = 0; row < 3; row++) {
      // Losses of about 2, from probabilities that are rounded by 6e-8 of their size.
      assertThat(logits.loss(row, 4)).isEqualTo(-Math.log(probabilities[row][4]), within(2e-6));
      assertThat(probabilities[row][logits.argMax(row)]).isGreaterThanOrEqualTo(0.1f);
    }
    assertThat(logits.meanLoss(row -> 4))
        .isEqualTo((logits.loss(0, 4) + logits.loss(1, 4) + logits.loss(2, 4)) / 3, within(1e-15));
  }

  @Test
  void lossesHaveNoBound() {
    MultiLayerNetwork network =
        LogisticRegressionExample.MODEL
            .architecture()
            .create(new ImageShape(1, 1, 1), 2, new Sgd(0.1), 0, 1);
    network.setParams(Nd4j.createFromArray(new float[] {500, -500, 0, 0}).reshape(1, -1));

    Logits logits = Logits.of(network, Nd4j.ones(1, 1));

    // log(1 + e^1000) and log(1 + e^−1000).
    assertThat(logits.loss(0, 1)).isEqualTo(1000);
    assertThat(logits.loss(0, 0)).isZero();
  }
}
