package dev.hypergradient.contract;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.Serialised;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperRmsProp;
import dev.hypergradient.hyper.HyperSgd;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Everything that must outlast a step is in the updater state array: training resumes bit for bit.
 */
class ResumeTest {

  private static final int STEPS = 8;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void savedAndRestored(UpdaterKind kind) throws IOException {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual(), o -> o.l2(0.01));
    train(network, 0);
    MultiLayerNetwork restored = restored(network);
    assertThat(restored.getLearningRate(0))
        .as("before any step")
        .isEqualTo(network.getLearningRate(0))
        .isNotEqualTo(kind.usualRate);
    assertContinuesAlike(network, restored);
  }

  @ParameterizedTest
  @EnumSource
  void savedAndRestoredInFloat(UpdaterKind kind) throws IOException {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual(), o -> o.dataType(DataType.FLOAT));
    train(network, 0);
    assertContinuesAlike(network, restored(network));
  }

  /** A tower's own state, too, in single precision. */
  @Test
  void towerSavedAndRestored() throws IOException {
    HypergradientUpdater tower =
        AdamHd.builder()
            .learningRate(0.01)
            .learn(LEARNING_RATE, BETA1, BETA2, EPSILON)
            .hyperOptimizer(
                HyperAdam.builder()
                    .learningRate(1e-3)
                    .learn(LEARNING_RATE, BETA1, BETA2)
                    .hyperOptimizer(new HyperRmsProp(1e-6, new HyperSgd(1e-7)))
                    .build())
            .build();
    MultiLayerNetwork network = Networks.threeBlocks(tower, o -> o.dataType(DataType.FLOAT));
    train(network, 0);
    assertContinuesAlike(network, restored(network));
    assertContinuesAlike(network, network.clone());
  }

  @ParameterizedTest
  @EnumSource
  void graphSavedAndRestored(UpdaterKind kind) throws IOException {
    ComputationGraph network = Networks.graph(kind.usual());
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
    }
    File file = folder.resolve("graph.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
      restored.fit(Networks.batch(i));
    }
    Bitwise.assertEqual(restored.params(), network.params());
    Bitwise.assertEqual(
        restored.getUpdater().getStateViewArray(), network.getUpdater().getStateViewArray());
    assertThat(restored.getLearningRate("out")).isEqualTo(network.getLearningRate("out"));
  }

  @ParameterizedTest
  @EnumSource
  void cloned(UpdaterKind kind) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    train(network, 0);
    assertContinuesAlike(network, network.clone());
  }

  @ParameterizedTest
  @EnumSource
  void javaSerialised(UpdaterKind kind) throws IOException, ClassNotFoundException {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    train(network, 0);
    // DL4J reads a network without a list of listeners, which cannot be trained; a clone can.
    assertContinuesAlike(network, Serialised.copy(network).clone());
  }

  /** A rate set after the last step is not in the state array yet, but in the configuration. */
  @Test
  void restoresARateSetAfterTheLastStep() throws IOException {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.SGD.usual());
    train(network, 0);
    network.setLearningRate(UpdaterKind.SGD.usualRate);
    MultiLayerNetwork restored = restored(network);
    assertThat(restored.getLearningRate(0)).isEqualTo(UpdaterKind.SGD.usualRate);
    assertContinuesAlike(network, restored);
  }

  /** The state of another run may be put into a network that has trained already. */
  @Test
  void stateReplacedAfterTraining() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.NESTEROVS.usual());
    train(network, 0);
    MultiLayerNetwork other = Networks.threeBlocks(UpdaterKind.NESTEROVS.usual());
    train(other, 50);
    network.setParams(other.params());
    ((MultiLayerUpdater) network.getUpdater())
        .setStateViewArray(((MultiLayerUpdater) other.getUpdater()).getStateViewArray().dup());
    assertContinuesAlike(other, network);
  }

  @Test
  void updaterRebuiltOverTheSameState() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.ADAM.usual());
    train(network, 0);
    MultiLayerNetwork rebuilt = network.clone();
    rebuilt.setUpdater(
        new MultiLayerUpdater(
            rebuilt, ((MultiLayerUpdater) rebuilt.getUpdater()).getStateViewArray()));
    assertContinuesAlike(network, rebuilt);
  }

  @Test
  void setUpdaterNullStartsAfresh() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.SGD.usual());
    train(network, 0);
    network.setUpdater(null);
    network.getUpdater();
    assertThat(network.getLearningRate(0)).isEqualTo(UpdaterKind.SGD.usualRate);
  }

  @Test
  void networkTurnedIntoAGraphKeepsTheRate() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.NESTEROVS.usual());
    train(network, 0);
    double rate = network.getLearningRate(0);
    ComputationGraph graph = network.toComputationGraph();
    network.fit(Networks.batch(77));
    graph.fit(Networks.batch(77));
    assertThat(graph.params()).isEqualTo(network.params());
    assertThat(network.getLearningRate(0)).isNotEqualTo(rate);
  }

  @Test
  void refusesAForeignState() {
    MultiLayerNetwork network = Networks.mlp(UpdaterKind.SGD.usual());
    INDArray state = ((MultiLayerUpdater) network.getUpdater()).getStateViewArray();
    ((MultiLayerUpdater) network.getUpdater())
        .setStateViewArray(Nd4j.ones(state.dataType(), state.length()).muli(0.5));
    assertThatThrownBy(() -> network.fit(Networks.batch(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not an updater state of this updater");
  }

  private MultiLayerNetwork restored(MultiLayerNetwork network) throws IOException {
    File file = folder.resolve("network.zip").toFile();
    network.save(file, true);
    return MultiLayerNetwork.load(file, true);
  }

  private static void train(MultiLayerNetwork network, int seed) {
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(seed + i, network.params().dataType()));
    }
  }

  private static void assertContinuesAlike(MultiLayerNetwork network, MultiLayerNetwork resumed) {
    train(network, 20);
    train(resumed, 20);
    Bitwise.assertEqual(resumed.params(), network.params());
    Bitwise.assertEqual(resumed.updaterState(), network.updaterState());
    assertThat(Networks.learningRate(resumed)).isEqualTo(Networks.learningRate(network));
  }
}
