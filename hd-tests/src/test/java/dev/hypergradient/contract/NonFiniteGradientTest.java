package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.HypergradientUpdaterBuilder;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.RmsPropHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.hyper.HyperSgd;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A non-finite gradient never reaches the parameters, the updater state or the learning rate. */
class NonFiniteGradientTest {

  private static final int PARAMETERS = 12;

  static Stream<Arguments> everyKindBlockAndValue() {
    return Stream.of(UpdaterKind.values())
        .flatMap(
            kind ->
                Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                    .flatMap(
                        value -> Stream.of(0, 5, 11).map(at -> Arguments.of(kind, value, at))));
  }

  /** In any of three blocks, and although no dot product with a previous direction shows it yet. */
  @ParameterizedTest
  @MethodSource("everyKindBlockAndValue")
  void skipsTheFirstStep(UpdaterKind kind, double value, int at) {
    StandaloneBlocks blocks = blocks(kind);
    StandaloneBlocks untroubled = blocks(kind);
    double[] theta = new double[PARAMETERS];
    INDArray state = blocks.state().dup();
    blocks.step(theta, bad(value, at), 0);
    assertThat(theta).containsOnly(0);
    assertThat(blocks.state()).isEqualTo(state);
    assertThat(blocks.learningRate()).isEqualTo(kind.usualRate);
    // Adam counts iterations, DL4J's and therefore skipped ones too.
    if (kind != UpdaterKind.ADAM) {
      double[] expected = new double[PARAMETERS];
      for (int i = 0; i < 3; i++) {
        blocks.step(theta, good(i), 0);
        untroubled.step(expected, good(i), 0);
      }
      assertThat(theta).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("everyKindBlockAndValue")
  void skipsALaterStep(UpdaterKind kind, double value, int at) {
    StandaloneBlocks blocks = blocks(kind);
    double[] theta = new double[PARAMETERS];
    for (int i = 0; i < 3; i++) {
      blocks.step(theta, good(i), 0);
    }
    double[] before = theta.clone();
    double rate = blocks.learningRate();
    INDArray state = blocks.state().dup();
    for (int i = 0; i < 5; i++) {
      blocks.step(theta, bad(value, at), 0);
    }
    assertThat(theta).containsExactly(before);
    assertThat(blocks.learningRate()).isEqualTo(rate);
    assertThat(blocks.state()).isEqualTo(state);
    blocks.step(theta, good(4), 0);
    assertThat(theta).doesNotContain(Double.NaN).isNotEqualTo(before);
    assertThat(blocks.learningRate()).isNotEqualTo(rate);
  }

  @Test
  void tooManyInARowEndTraining() {
    StandaloneBlocks blocks =
        new StandaloneBlocks(
            UpdaterKind.SGD.usual(options -> options.maxSkippedSteps(3)),
            DataType.FLOAT,
            List.of(4, 3, 5));
    double[] theta = new double[PARAMETERS];
    for (int round = 0; round < 4; round++) {
      blocks.step(theta, good(round), 0);
      blocks.step(theta, bad(Double.NaN, 5), 0);
      blocks.step(theta, bad(Double.NaN, 5), 0);
    }
    double[] before = theta.clone();
    assertThatThrownBy(() -> blocks.step(theta, bad(Double.NaN, 5), 0))
        .isInstanceOf(NonFiniteGradientException.class)
        .hasMessage(
            "3 steps in a row had a non-finite gradient, the last at iteration 12, epoch 0:"
                + " the gradient is NaN at parameter 5 of the network's 12; the learning rate was "
                + blocks.learningRate()
                + ": lower the hyper learning rate, standardise the data, such as by DL4J's"
                + " NormalizerStandardize, or leave the number out: new AdamHd()");
    assertThat(theta).containsExactly(before);
  }

  /** Squares that overflow make the hypergradient infinite although the gradient is not. */
  @Test
  void skipsAStepWhoseDotProductOverflows() {
    StandaloneBlocks blocks =
        new StandaloneBlocks(UpdaterKind.SGD.usual(), DataType.FLOAT, List.of(12));
    double[] theta = new double[PARAMETERS];
    blocks.step(theta, good(0), 0);
    double[] huge = good(1);
    huge[3] = 3e38;
    double rate = blocks.learningRate();
    blocks.step(theta, huge, 0); // still finite: the direction before was small
    assertThat(blocks.learningRate()).isNotEqualTo(rate);
    rate = blocks.learningRate();
    double[] before = theta.clone();
    blocks.step(theta, huge, 0);
    assertThat(blocks.learningRate()).isEqualTo(rate);
    assertThat(theta).containsExactly(before);
  }

  /** A tower may diverge on finite gradients; what no longer fits into the state is not used. */
  @Test
  void skipsAStepWhoseHyperparametersOverflow() {
    HypergradientUpdater wild = new SgdHd(1, new HyperSgd(1, new HyperSgd(1, new HyperSgd(1))));
    StandaloneBlocks blocks = new StandaloneBlocks(wild, DataType.FLOAT, List.of(PARAMETERS));
    double[] theta = new double[PARAMETERS];
    double[] steep = good(0);
    for (int i = 0; i < PARAMETERS; i++) {
      steep[i] *= 1e4;
    }
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 20; i++) {
                blocks.step(theta, steep, 0);
              }
            })
        .isInstanceOf(NonFiniteGradientException.class)
        .hasMessageContaining("so large that what is learned from it overflows");
    assertThat(theta).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(blocks.learningRate()).isFinite();
  }

  static Stream<HypergradientUpdaterBuilder<?>> ratesThatOverflow() {
    return Stream.of(
        SgdHd.builder(),
        SgdHd.builder().minLearningRate(0).maxLearningRate(1),
        RmsPropHd.builder().learningRate(0.5).maxLearningRate(1),
        SgdHd.builder().learningRateScope(LearningRateScope.LAYER).networkPull(0.5));
  }

  /** An infinite rate is no rate that a bound could cut off, or a mean be taken of. */
  @ParameterizedTest
  @MethodSource("ratesThatOverflow")
  void skipsAStepWhoseRateOverflows(HypergradientUpdaterBuilder<?> builder) {
    HypergradientUpdater updater = builder.hyperLearningRate(1e308).build();
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(4, 3, 5));
    double[] theta = new double[PARAMETERS];
    double[] steep = good(0);
    for (int i = 0; i < PARAMETERS; i++) {
      steep[i] *= 1e3;
    }
    blocks.step(theta, steep, 0);
    double[] before = theta.clone();
    double rate = blocks.learningRate();
    blocks.step(theta, steep, 0);
    assertThat(theta).containsExactly(before);
    assertThat(blocks.learningRate()).isEqualTo(rate);
  }

  /**
   * An infinite L2 term shows only when its block's turn comes; earlier blocks do not move either.
   */
  @Test
  void takesBackTheUpdatesOfEarlierBlocks() {
    StandaloneBlocks blocks = blocks(UpdaterKind.SGD);
    double[] theta = new double[PARAMETERS];
    blocks.step(theta, good(0), 0);
    blocks.step(theta, good(1), 0);
    theta[11] = 1e308;
    double[] before = theta.clone();
    double rate = blocks.learningRate();
    blocks.step(theta, good(2), 1e3);
    assertThat(theta).containsExactly(before);
    assertThat(blocks.learningRate()).isEqualTo(rate);
  }

  /** If training ends there, it leaves the state before the step. */
  @Test
  void takesBackTheRateOfEarlierBlocksWhenTrainingEnds() {
    StandaloneBlocks blocks =
        new StandaloneBlocks(
            UpdaterKind.SGD.usual(options -> options.maxSkippedSteps(1)),
            DataType.DOUBLE,
            List.of(4, 3, 5));
    double[] theta = new double[PARAMETERS];
    blocks.step(theta, good(0), 0);
    blocks.step(theta, good(1), 0);
    theta[11] = 1e308;
    double rate = blocks.learningRate();
    assertThatThrownBy(() -> blocks.step(theta, good(2), 1e3))
        .isInstanceOf(NonFiniteGradientException.class);
    assertThat(blocks.learningRate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkSurvivesABadBatch(UpdaterKind kind) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    network.fit(Networks.batch(0));
    network.fit(Networks.batch(1));
    INDArray weights = network.getLayer(4).params().dup();
    double rate = network.getLearningRate(0);
    DataSet bad = Networks.batch(2);
    bad.getLabels().putScalar(0, 0, Double.NaN);
    network.fit(bad);
    assertThat(network.getLayer(4).params()).isEqualTo(weights);
    assertThat(network.getLearningRate(0)).isEqualTo(rate);
    network.fit(Networks.batch(3));
    assertThat(network.score()).isFinite();
  }

  private static StandaloneBlocks blocks(UpdaterKind kind) {
    return new StandaloneBlocks(kind.usual(), DataType.DOUBLE, List.of(4, 3, 5));
  }

  private static double[] good(int seed) {
    return new Random(seed).doubles(PARAMETERS, 0.1, 1).toArray();
  }

  private static double[] bad(double value, int at) {
    double[] gradient = good(at);
    gradient[at] = value;
    return gradient;
  }
}
