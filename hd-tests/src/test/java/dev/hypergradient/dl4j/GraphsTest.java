package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.learning.config.IUpdater;

/** A graph of several inputs, outputs and updater blocks learns one rate from all its losses. */
class GraphsTest {

  private static final int STEPS = 20;

  @ParameterizedTest
  @EnumSource
  void severalInputsAndOutputs(UpdaterKind kind) {
    ComputationGraph network = graph(kind.usual());
    assertThat(network.getUpdater().getUpdaterBlocks())
        .filteredOn(b -> b.getGradientUpdater().getConfig() instanceof HypergradientUpdater)
        .hasSize(3);
    ComputationGraph twin = graph(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      network.fit(batch(i % 7));
      twin.fit(batch(i % 7));
      reference.assertSameAs(network);
    }
    double rate = network.getLearningRate("left");
    assertThat(rate).isNotEqualTo(kind.usualRate);
    assertThat(network.getLearningRate("one")).isEqualTo(rate);
    assertThat(network.getLearningRate("two")).isEqualTo(rate);
  }

  /** Two inputs, each normalised, side by side into two outputs. */
  private static ComputationGraph graph(IUpdater updater) {
    ComputationGraph network =
        new ComputationGraph(
            Networks.configuration(updater)
                .l2(0.01)
                .graphBuilder()
                .addInputs("a", "b")
                .setInputTypes(
                    InputType.feedForward(Networks.INPUTS), InputType.feedForward(Networks.CLASSES))
                .addLayer("left", Networks.dense(), "a")
                .addLayer("left normalised", new BatchNormalization(), "left")
                .addLayer("right", Networks.dense(), "b")
                .addLayer("right normalised", new BatchNormalization(), "right")
                .addVertex("both", new MergeVertex(), "left normalised", "right normalised")
                .addLayer("one", Networks.output(), "both")
                .addLayer("two", Networks.output(), "left normalised")
                .setOutputs("one", "two")
                .build());
    network.init();
    return network;
  }

  private static MultiDataSet batch(int seed) {
    var one = Networks.batch(seed);
    var two = Networks.batch(seed + 100);
    return new MultiDataSet(
        new INDArray[] {one.getFeatures(), two.getLabels()},
        new INDArray[] {one.getLabels(), two.getLabels()});
  }
}
