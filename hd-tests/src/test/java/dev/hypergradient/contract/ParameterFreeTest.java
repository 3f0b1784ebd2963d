package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_ALL;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.LearningRateRule;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.reference.ReferenceParameterFree;
import dev.hypergradient.reference.ReferenceUpdater;
import java.util.Arrays;
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
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What {@link LearningRateRule#PARAMETER_FREE} promises. */
class ParameterFreeTest {

  private static final int PARAMETERS = 30;

  static Stream<HypergradientUpdater> updaters() {
    return Stream.of(new SgdHd(), new AdamHd());
  }

  /** Powers of two scale gradients exactly; what follows from them is rounded once more or less. */
  static Stream<Arguments> updatersAndScales() {
    return updaters()
        .flatMap(
            updater ->
                Stream.of(0x1p-20, 0x1p-10, 0x1p20).map(scale -> Arguments.of(updater, scale)));
  }

  @ParameterizedTest
  @MethodSource("updatersAndScales")
  void theScaleOfTheLossDoesNotMatter(HypergradientUpdater updater, double scale) {
    double[] one = trained(updater, 1, List.of(20, 10));
    double[] other = trained(updater, scale, List.of(20, 10));
    for (int i = 0; i < PARAMETERS; i++) {
      assertThat(other[i]).isCloseTo(one[i], within(1e-12));
    }
  }

  /** Momentum is what averaging takes the place of. */
  @Test
  void nesterovMomentumMakesNoDifference() {
    List<Integer> blocks = List.of(20, 10);
    assertThat(trained(new NesterovsHd(), 1, blocks))
        .containsExactly(trained(new SgdHd(), 1, blocks));
  }

  private static double[] trained(
      HypergradientUpdater updater, double scale, List<Integer> lengths) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, lengths);
    double[] theta = new double[PARAMETERS];
    Random random = new Random(6);
    for (int t = 0; t < 100; t++) {
      blocks.step(theta, noisyGradient(theta, scale, random), 0);
    }
    return theta;
  }

  private static double[] noisyGradient(double[] theta, double scale, Random random) {
    double[] gradient = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      gradient[i] = scale * (theta[i] - 1 + 0.3 * random.nextGaussian());
    }
    return gradient;
  }

  /** The first gradient only tells where the blocks are, since DL4J calls them one by one. */
  @ParameterizedTest
  @MethodSource("updaters")
  void theFirstGradientMovesNothing(HypergradientUpdater updater) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(PARAMETERS));
    double[] theta = new double[PARAMETERS];
    blocks.step(theta, noisyGradient(theta, 1, new Random(2)), 0);
    assertThat(theta).containsOnly(0);
  }

  /** As Adam at 0.001: in its first step every parameter moves by that. */
  @Test
  void adamStartsAsAtItsUsualRate() {
    double[] theta = afterTwoSteps(new AdamHd());
    for (double x : theta) {
      assertThat(Math.abs(x)).isCloseTo(1e-3, within(1e-15));
    }
  }

  /** The first step is 0.001 √N long, whatever the gradient. */
  @Test
  void gradientDescentStartsByTheSameLength() {
    double square = Arrays.stream(afterTwoSteps(new SgdHd())).map(x -> x * x).sum();
    assertThat(Math.sqrt(square)).isCloseTo(1e-3 * Math.sqrt(PARAMETERS), within(1e-15));
  }

  private static double[] afterTwoSteps(HypergradientUpdater updater) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(20, 10));
    double[] theta = new double[PARAMETERS];
    double[] gradient = noisyGradient(theta, 5, new Random(2));
    blocks.step(theta, gradient, 0);
    blocks.step(theta, gradient, 0);
    return theta;
  }

  /** As in truncated backpropagation through time, where only the last segment has a label. */
  @ParameterizedTest
  @MethodSource("updaters")
  void aGradientOfZeroChangesNothing(HypergradientUpdater updater) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.FLOAT, List.of(20, 10));
    double[] theta = new double[PARAMETERS];
    Random random = new Random(3);
    for (int t = 0; t < 5; t++) {
      blocks.step(theta, noisyGradient(theta, 1, random), 0);
    }
    double[] before = theta.clone();
    INDArray state = blocks.state().dup();
    double rate = blocks.learningRate();
    blocks.step(theta, new double[PARAMETERS], 0);
    assertThat(theta).containsExactly(before);
    assertThat(blocks.learningRate()).isEqualTo(rate);
    Bitwise.assertEqual(blocks.state(), state);
    blocks.step(theta, noisyGradient(theta, 1, random), 0);
    assertThat(theta).isNotEqualTo(before);
  }

  /**
   * Through agreement, noise and growing noise the rule follows the reference, which knows no
   * blocks. Both compute in double precision; 400 steps amplify rounding (2e-16) by four orders or
   * so.
   */
  @ParameterizedTest
  @EnumSource(names = ".*_FREE", mode = MATCH_ALL)
  void followsItsFormulas(UpdaterKind kind) {
    ReferenceUpdater reference = kind.reference(0, 0);
    StandaloneBlocks blocks =
        new StandaloneBlocks(kind.builder().build(), DataType.DOUBLE, List.of(20, 10));
    double[] theta = new double[PARAMETERS];
    double[] expected = new double[PARAMETERS];
    Random random = new Random(7);
    for (int t = 0; t < 400; t++) {
      double noise = t < 100 ? 0 : t < 300 ? 1 : 5;
      double slope = t < 100 ? Math.pow(0.9, t) : 0.01;
      double[] gradient = new double[PARAMETERS];
      for (int i = 0; i < PARAMETERS; i++) {
        gradient[i] = slope * (theta[i] - 1000) + noise * random.nextGaussian();
      }
      blocks.step(theta, gradient, 0);
      reference.step(expected, gradient);
      assertThat(blocks.learningRate())
          .as("α after step %d", t + 1)
          .isCloseTo(reference.learningRate(), withinPercentage(1e-10));
      for (int i = 0; i < PARAMETERS; i++) {
        assertThat(theta[i])
            .as("parameter %d after step %d", i, t + 1)
            .isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }

  /**
   * A schedule multiplies the step and not the distance that the scale is read off: along given
   * gradients, the parameters come as many times as far. Double precision, a hundred steps.
   */
  @ParameterizedTest
  @MethodSource("updaters")
  void aScheduleMultipliesTheSteps(HypergradientUpdater updater) {
    for (double factor : new double[] {0.1, 10}) {
      HypergradientUpdater scaled = updater.clone();
      scaled.setLrAndSchedule(
          Double.NaN, new MapSchedule.Builder(ScheduleType.ITERATION).add(0, factor).build());
      StandaloneBlocks one = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(20, 10));
      StandaloneBlocks other = new StandaloneBlocks(scaled, DataType.DOUBLE, List.of(20, 10));
      double[] theta = new double[PARAMETERS];
      double[] scaledTheta = new double[PARAMETERS];
      Random random = new Random(8);
      for (int t = 0; t < 100; t++) {
        double[] gradient = noisyGradient(new double[PARAMETERS], 1, random);
        one.step(theta, gradient, 0);
        other.step(scaledTheta, gradient, 0);
      }
      for (int i = 0; i < PARAMETERS; i++) {
        double expected = factor * theta[i];
        assertThat(scaledTheta[i]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
      }
    }
  }

  static Stream<Arguments> vanishingGradients() {
    return updaters()
        .flatMap(
            updater ->
                Stream.of(
                    Arguments.of(updater, DataType.FLOAT, 1e-44),
                    Arguments.of(updater, DataType.FLOAT, 1e-25),
                    Arguments.of(updater, DataType.DOUBLE, 1e-322),
                    Arguments.of(updater, DataType.FLOAT16, 1e-7)));
  }

  /** Where all examples are learned: the factor on the gradient must not overflow. */
  @ParameterizedTest
  @MethodSource
  void vanishingGradients(HypergradientUpdater updater, DataType type, double size) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, type, List.of(20, 10));
    double[] theta = new double[PARAMETERS];
    Random random = new Random(10);
    for (int t = 0; t < 20; t++) {
      blocks.step(theta, noisyGradient(theta, 1, random), 0);
    }
    for (int t = 0; t < 30; t++) {
      blocks.step(theta, noisyGradient(theta, size, random), 0);
      assertThat(blocks.learningRate()).isFinite();
    }
    assertThat(Arrays.stream(theta)).allMatch(x -> Math.abs(x) < 1e3);
  }

  /**
   * Over three blocks, against the x of the reference; what another updater trains and the running
   * statistics of batch normalisation stay. Double precision, to 1e-11 as everywhere.
   */
  @ParameterizedTest
  @EnumSource(names = ".*_FREE", mode = MATCH_ALL)
  void theAverageCanBeHad(UpdaterKind kind) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    MultiLayerNetwork twin = Networks.threeBlocks(ReferenceTraining.PLAIN);
    ReferenceParameterFree updater = (ReferenceParameterFree) kind.usualReference();
    ReferenceTraining reference = ReferenceTraining.of(twin, updater);
    Bitwise.assertEqual(Hypergradients.averagedParams(network), network.params());
    for (int i = 0; i < 20; i++) {
      network.fit(Networks.batch(i % 7));
      twin.fit(Networks.batch(i % 7));
      reference.assertSameAs(network);
    }
    INDArray averaged = Hypergradients.averagedParams(network);
    assertThat(averaged).isNotEqualTo(network.params());
    assertThat(averaged.reshape(averaged.length()).toDoubleVector())
        .containsExactly(reference.valuesWith(updater.average()), within(1e-11));
  }

  @Test
  void theRateIsNotToBeSet() {
    MultiLayerNetwork network = Networks.mlp(new AdamHd());
    network.fit(Networks.batch(0));
    network.fit(Networks.batch(1));
    double rate = network.getLearningRate(0);
    assertThatThrownBy(() -> network.setLearningRate(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "learningRateRule PARAMETER_FREE finds the learning rate itself, got 0.5 to continue"
                + " from: a learningRateSchedule can multiply it");
    assertThat(network.getLearningRate(0)).isEqualTo(rate);
    network.fit(Networks.batch(2));
  }

  /** The bound is one of the rate that is shown, the factor on what Adam or SGD step with. */
  @ParameterizedTest
  @MethodSource("updaters")
  void theRateStaysBelowItsBound(HypergradientUpdater updater) {
    double bound = 5e-4;
    HypergradientUpdater bounded =
        updater instanceof AdamHd
            ? AdamHd.builder().maxLearningRate(bound).build()
            : SgdHd.builder().maxLearningRate(bound).build();
    StandaloneBlocks blocks = new StandaloneBlocks(bounded, DataType.DOUBLE, List.of(PARAMETERS));
    double[] theta = new double[PARAMETERS];
    Random random = new Random(9);
    for (int t = 0; t < 20; t++) {
      blocks.step(theta, noisyGradient(theta, 1, random), 0);
      assertThat(blocks.learningRate()).isLessThanOrEqualTo(bound);
    }
    assertThat(blocks.learningRate()).isEqualTo(bound);
  }
}
