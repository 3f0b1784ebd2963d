package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Gradients that come from elsewhere than {@code fit()}, handed to the network's own updater. */
class ExternalGradientsTest {

  private static final int STEPS = 10;

  /** Errors at the output, as reinforcement learning has them. */
  @ParameterizedTest
  @EnumSource
  void externalErrors(UpdaterKind kind) {
    MultiLayerNetwork network = withoutLoss(kind.usual());
    MultiLayerNetwork twin = withoutLoss(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      int iteration = i;
      backpropagate(network, iteration);
      reference.iterate(() -> backpropagate(twin, iteration));
      reference.assertSameAs(network);
    }
  }

  @ParameterizedTest
  @EnumSource
  void externalErrorsOfAGraph(UpdaterKind kind) {
    ComputationGraph network = graphWithoutLoss(kind.usual());
    ComputationGraph twin = graphWithoutLoss(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      int iteration = i;
      backpropagate(network, iteration);
      reference.iterate(() -> backpropagate(twin, iteration));
      reference.assertSameAs(network);
    }
  }

  /**
   * The sum over parts of a minibatch trains like the minibatch, but for the order of summation.
   */
  @ParameterizedTest
  @EnumSource
  void accumulatedGradients(UpdaterKind kind) {
    MultiLayerNetwork network = twoBlocks(kind.usual());
    MultiLayerNetwork whole = twoBlocks(kind.usual());
    for (int i = 0; i < STEPS; i++) {
      List<DataSet> parts = List.of(Networks.batch(i), Networks.batch(i + 100));
      whole.fit(DataSet.merge(parts));
      INDArray sum = Nd4j.zeros(DataType.DOUBLE, network.numParams());
      for (DataSet part : parts) {
        sum.addi(gradient(network, part).gradient());
      }
      update(network, new DefaultGradient(sum), 2 * Networks.EXAMPLES, i);
      assertThat(network.getLearningRate(0)).isCloseTo(whole.getLearningRate(0), within(1e-12));
    }
    assertThat(network.params().sub(whole.params()).amaxNumber().doubleValue()).isLessThan(1e-11);
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate);
  }

  /** Gradients of one network that move another, which may lie anywhere in memory. */
  @ParameterizedTest
  @EnumSource
  void gradientsOfAnotherNetwork(UpdaterKind kind) {
    MultiLayerNetwork network = twoBlocks(kind.usual());
    MultiLayerNetwork expected = twoBlocks(kind.usual());
    MultiLayerNetwork source = twoBlocks(new Sgd(0.1));
    long length = network.numParams();
    INDArray ring = Nd4j.zeros(DataType.DOUBLE, 3 * length);
    for (int i = 0; i < STEPS; i++) {
      expected.fit(Networks.batch(i));
      source.setParams(network.params());
      long start = i % 3 * length;
      INDArray place = ring.get(NDArrayIndex.interval(start, start + length));
      place.assign(gradient(source, Networks.batch(i)).gradient());
      update(network, new DefaultGradient(place), Networks.EXAMPLES, i);
      Bitwise.assertEqual(network.params(), expected.params());
      assertThat(network.getLearningRate(0)).isEqualTo(expected.getLearningRate(0));
    }
  }

  /** DL4J clips the array that {@code fit()} would have filled. */
  @Test
  void clippingDoesNotReachThem() {
    MultiLayerNetwork network = clipped(UpdaterKind.ADAM.usual(), 1e-6);
    MultiLayerNetwork expected = clipped(UpdaterKind.ADAM.usual(), Double.MAX_VALUE);
    MultiLayerNetwork source = clipped(UpdaterKind.ADAM.usual(), 1e-6);
    for (int i = 0; i < STEPS; i++) {
      expected.fit(Networks.batch(i));
      source.setParams(network.params());
      update(network, gradient(source, Networks.batch(i)), Networks.EXAMPLES, i);
    }
    Bitwise.assertEqual(network.params(), expected.params());
  }

  private static MultiLayerNetwork clipped(IUpdater updater, double threshold) {
    return Networks.mlp(
        updater,
        options ->
            options
                .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                .gradientNormalizationThreshold(threshold));
  }

  /** Whoever forgets to count still takes one step a call; only Adam looks at the number. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADAM")
  void iterationsNotCounted(UpdaterKind kind) {
    MultiLayerNetwork network = twoBlocks(kind.usual());
    MultiLayerNetwork expected = twoBlocks(kind.usual());
    for (int i = 0; i < STEPS; i++) {
      expected.fit(Networks.batch(i));
      update(network, gradient(network, Networks.batch(i)), Networks.EXAMPLES, 0);
    }
    Bitwise.assertEqual(network.params(), expected.params());
  }

  private static Gradient gradient(MultiLayerNetwork network, DataSet batch) {
    network.setInput(batch.getFeatures());
    network.setLabels(batch.getLabels());
    network.computeGradientAndScore();
    return network.gradient();
  }

  private static void update(
      MultiLayerNetwork network, Gradient gradient, int examples, int iteration) {
    network
        .getUpdater()
        .update(network, gradient, iteration, 0, examples, LayerWorkspaceMgr.noWorkspaces());
    network.params().subi(gradient.gradient());
  }

  private static void backpropagate(MultiLayerNetwork network, int iteration) {
    network.setInput(Networks.batch(iteration).getFeatures());
    network.feedForward(true, false);
    Gradient gradient =
        network.backpropGradient(errors(iteration), LayerWorkspaceMgr.noWorkspaces()).getFirst();
    update(network, gradient, Networks.EXAMPLES, iteration);
  }

  private static void backpropagate(ComputationGraph network, int iteration) {
    INDArray[] inputs = {Networks.batch(iteration).getFeatures()};
    network.feedForward(inputs, true, false);
    Gradient gradient = network.backpropGradient(errors(iteration));
    network
        .getUpdater()
        .update(gradient, iteration, 0, Networks.EXAMPLES, LayerWorkspaceMgr.noWorkspaces());
    network.params().subi(gradient.gradient());
  }

  private static INDArray errors(int seed) {
    return Networks.batch(seed + 100).getLabels().sub(0.3);
  }

  private static MultiLayerNetwork withoutLoss(IUpdater updater) {
    return Networks.sequence(
        updater,
        options -> options.l2(0.01),
        Networks.dense(),
        new BatchNormalization(),
        new DenseLayer.Builder().nOut(Networks.CLASSES).build());
  }

  private static ComputationGraph graphWithoutLoss(IUpdater updater) {
    ComputationGraph network =
        new ComputationGraph(
            Networks.configuration(updater)
                .trainingWorkspaceMode(WorkspaceMode.NONE) // or DL4J loses what was normalised
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(Networks.INPUTS))
                .addLayer("first", Networks.dense(), "in")
                .addLayer("normalised", new BatchNormalization(), "first")
                .addLayer(
                    "last", new DenseLayer.Builder().nOut(Networks.CLASSES).build(), "normalised")
                .setOutputs("last")
                .build());
    network.init();
    return network;
  }

  /** Two blocks with one of plain SGD in between; nothing that depends on the size of a batch. */
  private static MultiLayerNetwork twoBlocks(IUpdater updater) {
    return Networks.sequence(
        updater,
        options -> options.l2(0.01),
        Networks.dense(),
        new DenseLayer.Builder().nOut(4).updater(new Sgd(0.05)).build(),
        Networks.output());
  }
}
