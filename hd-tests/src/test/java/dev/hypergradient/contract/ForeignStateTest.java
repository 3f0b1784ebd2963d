package dev.hypergradient.contract;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.SgdHd;
import dev.hypergradient.UpdaterStateException;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperRmsProp;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/** A state array that another updater or another network has left behind is refused. */
class ForeignStateTest {

  private static final String NOT_OF_THIS_UPDATER = "not an updater state of this updater";

  static Stream<Arguments> pairsOfKinds() {
    return Arrays.stream(UpdaterKind.values())
        .flatMap(
            kind ->
                Arrays.stream(UpdaterKind.values())
                    .filter(other -> other != kind)
                    .map(other -> Arguments.of(kind, other)));
  }

  /** Three of the five updaters have states of one length. */
  @ParameterizedTest
  @MethodSource("pairsOfKinds")
  void ofAnotherUpdater(UpdaterKind kind, UpdaterKind other) {
    INDArray foreign = state(trained(other.usual()));
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    long length = state(network).length();
    assertThatThrownBy(() -> resume(network, foreign))
        .isInstanceOf(
            // DL4J compares the lengths itself.
            foreign.length() == length ? UpdaterStateException.class : IllegalStateException.class)
        .hasMessageContaining(
            foreign.length() == length ? NOT_OF_THIS_UPDATER : "Expected length " + length);
  }

  @Test
  void ofAnUpdaterOfDeeplearning4j() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.ADAM.usual());
    INDArray foreign = state(trained(new Adam(0.01)));
    assertThatThrownBy(() -> resume(network, foreign))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "Expected length %d, got length %d", state(network).length(), foreign.length());
  }

  @Test
  void withAnotherLearnedHyperparameter() {
    INDArray foreign = state(trained(learning(BETA1)));
    MultiLayerNetwork network = Networks.threeBlocks(learning(EPSILON));
    assertThatThrownBy(() -> resume(network, foreign))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageContaining(NOT_OF_THIS_UPDATER);
  }

  /** Both levels remember one number. */
  @Test
  void withAnotherTower() {
    HyperOptimizer momentum = HyperSgd.builder().learningRate(1e-3).momentum(0.5).build();
    INDArray foreign = state(trained(new SgdHd(0.1, momentum)));
    MultiLayerNetwork network = Networks.threeBlocks(new SgdHd(0.1, new HyperRmsProp(1e-3)));
    assertThatThrownBy(() -> resume(network, foreign))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageContaining(NOT_OF_THIS_UPDATER);
  }

  /** A network with as many parameters, variables and blocks, whose first block is longer. */
  @Test
  void ofAnotherNetworkOfTheSameSize() {
    IUpdater updater = UpdaterKind.NESTEROVS.usual();
    MultiLayerNetwork other =
        Networks.sequence(
            updater,
            options -> {},
            Networks.dense(),
            Networks.dense(),
            new BatchNormalization(),
            Networks.output());
    train(other);
    MultiLayerNetwork network =
        Networks.sequence(
            updater,
            options -> {},
            Networks.dense(),
            new BatchNormalization(),
            Networks.dense(),
            Networks.output());
    assertThatThrownBy(() -> resume(network, state(other)))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageContaining("does not fit a block of");
  }

  /** The last block of a network whose blocks before it are longer. */
  @Test
  void ofAnotherPlaceInTheNetwork() {
    SgdHd updater = new SgdHd(0.1, 0.01);
    INDArray foreign = stateOfTwoBlocks(updater, 400, 3);
    INDArray state = stateOfTwoBlocks(updater, 4, 3);
    lastBlock(state, updater).assign(lastBlock(foreign, updater));
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(4, 3));
    blocks.state().assign(state);
    assertThatThrownBy(() -> blocks.step(new double[7], new double[7], 0))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageContaining("belongs to another network")
        .hasMessageContaining("3 elements, to begin at 400, but the network has 7 parameters");
  }

  private static INDArray stateOfTwoBlocks(SgdHd updater, int first, int second) {
    StandaloneBlocks blocks =
        new StandaloneBlocks(updater, DataType.DOUBLE, List.of(first, second));
    blocks.step(new double[first + second], new double[first + second], 0);
    return blocks.state();
  }

  private static INDArray lastBlock(INDArray state, SgdHd updater) {
    return state.get(NDArrayIndex.interval(state.length() - updater.stateSize(3), state.length()));
  }

  @Test
  void ofAnotherDataType() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.ADAM.usual());
    INDArray singles = state(trained(UpdaterKind.ADAM.usual())).castTo(DataType.FLOAT);
    network.setUpdater(new MultiLayerUpdater(network, singles));
    assertThatThrownBy(() -> train(network))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageContaining("48 elements of FLOAT, got 48 of DOUBLE");
  }

  @Test
  void truncated() {
    MultiLayerNetwork network = trained(UpdaterKind.ADAM.usual());
    long length = state(network).length();
    INDArray truncated = state(network).get(NDArrayIndex.interval(0, length - 1)).dup();
    assertThatThrownBy(() -> resume(network, truncated))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected length %d, got length %d", length, length - 1);
    assertThatThrownBy(() -> new MultiLayerUpdater(network, truncated))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("size(0)=%d", length - 1);
  }

  @Test
  void notContiguous() {
    INDArray everySecond = Nd4j.create(DataType.DOUBLE, 200, 2).getColumn(0);
    assertThatThrownBy(() -> new SgdHd(0, 1e-3).instantiate(everySecond, true))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageStartingWith("updater state must be contiguous and in 'c' order, got ");
  }

  @Test
  void neverWritten() {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.ADAM.usual());
    INDArray zeros = Nd4j.create(DataType.DOUBLE, state(network).length());
    assertThatThrownBy(() -> resume(network, zeros))
        .isInstanceOf(UpdaterStateException.class)
        .hasMessageContaining(NOT_OF_THIS_UPDATER);
  }

  /** Values may be changed between two runs: the kind of updater is the same. */
  @Test
  void ofOtherValuesIsAccepted() {
    MultiLayerNetwork before = trained(new AdamHd(0.01, 1e-5));
    MultiLayerNetwork network = Networks.threeBlocks(new AdamHd(0.5, 1e-3));
    ((MultiLayerUpdater) network.getUpdater()).setStateViewArray(state(before).dup());
    assertThat(network.getLearningRate(0)).isEqualTo(before.getLearningRate(0));
  }

  private static HypergradientUpdater learning(Hyperparameter hyperparameter) {
    return AdamHd.builder()
        .learningRate(0.01)
        .learn(hyperparameter)
        .hyperLearningRate(1e-5)
        .build();
  }

  private static MultiLayerNetwork trained(IUpdater updater) {
    MultiLayerNetwork network = Networks.threeBlocks(updater);
    train(network);
    return network;
  }

  private static void train(MultiLayerNetwork network) {
    for (int i = 0; i < 4; i++) {
      network.fit(Networks.batch(i));
    }
  }

  private static void resume(MultiLayerNetwork network, INDArray state) {
    ((MultiLayerUpdater) network.getUpdater()).setStateViewArray(state);
    train(network);
  }

  private static INDArray state(MultiLayerNetwork network) {
    return network.updaterState();
  }
}
