package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.datasets.iterator.utilty.SingletonDataSetIterator;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.exception.ND4JIllegalStateException;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/** Layerwise pretraining: each layer has an updater of its own, with a rate of its own. */
class PretrainingTest {

  private static final int STEPS = 15;

  /** Encoder and decoder learn one rate. */
  @ParameterizedTest
  @EnumSource
  void variationalAutoencoder(UpdaterKind kind) {
    MultiLayerNetwork network = variational(kind.usual());
    MultiLayerNetwork twin = variational(ReferenceTraining.PLAIN);
    ReferenceTraining reference =
        ReferenceTraining.ofLayer(twin.getLayer(0), kind.usualReference());
    for (int i = 1; i <= STEPS; i++) {
      pretrain(network, i);
      pretrain(twin, i);
      reference.assertSameAs(network.getLayer(0), network.getLearningRate(0));
    }
    assertThat(reference.iterations()).isEqualTo(STEPS);
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate);
  }

  /** Two autoencoders, the second of which sees what the first makes of the input. */
  @ParameterizedTest
  @EnumSource
  void stackedAutoencoders(UpdaterKind kind) {
    ComputationGraph network = stacked(kind.usual());
    ComputationGraph twin = stacked(ReferenceTraining.PLAIN);
    assertFollowsReference(network, twin, "first", kind);
    double rateOfTheFirst = network.getLearningRate("first");
    assertFollowsReference(network, twin, "second", kind);
    assertThat(network.getLearningRate("first")).isEqualTo(rateOfTheFirst);
    assertThat(network.getLearningRate("second")).isNotEqualTo(rateOfTheFirst);
  }

  private static void assertFollowsReference(
      ComputationGraph network, ComputationGraph twin, String layer, UpdaterKind kind) {
    ReferenceTraining reference =
        ReferenceTraining.ofLayer(twin.getLayer(layer), kind.usualReference());
    for (int i = 1; i <= STEPS; i++) {
      pretrain(network, layer, i);
      pretrain(twin, layer, i);
      reference.assertSameAs(network.getLayer(layer), network.getLearningRate(layer));
    }
    assertThat(reference.iterations()).isEqualTo(STEPS);
    assertThat(network.getLearningRate(layer)).isNotEqualTo(kind.usualRate);
  }

  /** What pretraining has learned is the layer's, not the network's, and is not saved with it. */
  @Test
  void supervisedTrainingAndCopiesStartAfresh() {
    UpdaterKind kind = UpdaterKind.NESTEROVS;
    MultiLayerNetwork network = variational(kind.usual());
    for (int i = 1; i <= STEPS; i++) {
      pretrain(network, i);
    }
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate);
    assertThat(network.clone().getLearningRate(0)).isEqualTo(kind.usualRate);

    network.fit(Networks.batch(0)); // a first step: h = 0
    assertThat(network.getLearningRate(0)).isEqualTo(kind.usualRate);
    pretrain(network, 1);
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate);
  }

  /** DL4J hands the network's input to whatever layer it pretrains, but not in a graph. */
  @Test
  void dl4jPretrainsOnlyTheFirstLayerOfAMultiLayerNetwork() {
    MultiLayerNetwork network =
        Networks.sequence(
            UpdaterKind.SGD.usual(),
            options -> {},
            autoencoder(6),
            autoencoder(4),
            Networks.output());
    INDArray features = Networks.batch(0).getFeatures();
    assertThatThrownBy(() -> network.pretrainLayer(1, features))
        .isInstanceOf(ND4JIllegalStateException.class)
        .hasMessageContaining("[12, 5]x[6, 4]");
  }

  private static void pretrain(MultiLayerNetwork network, int seed) {
    Nd4j.getRandom().setSeed(seed);
    network.pretrainLayer(0, Networks.batch(seed).getFeatures());
  }

  private static void pretrain(ComputationGraph network, String layer, int seed) {
    Nd4j.getRandom().setSeed(seed);
    network.pretrainLayer(layer, new SingletonDataSetIterator(Networks.batch(seed)));
  }

  private static MultiLayerNetwork variational(IUpdater updater) {
    return Networks.sequence(
        updater,
        options -> options.l2(0.01),
        new VariationalAutoencoder.Builder()
            .nOut(4)
            .encoderLayerSizes(6)
            .decoderLayerSizes(6)
            .build(),
        Networks.output());
  }

  private static ComputationGraph stacked(IUpdater updater) {
    ComputationGraph network =
        new ComputationGraph(
            Networks.configuration(updater)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(Networks.INPUTS))
                .addLayer("first", autoencoder(6), "in")
                .addLayer("second", autoencoder(4), "first")
                .addLayer("out", Networks.output(), "second")
                .setOutputs("out")
                .build());
    network.init();
    return network;
  }

  private static AutoEncoder autoencoder(int units) {
    return new AutoEncoder.Builder().nOut(units).corruptionLevel(0.2).build();
  }
}
