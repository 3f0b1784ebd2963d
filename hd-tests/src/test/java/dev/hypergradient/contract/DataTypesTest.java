package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.AdaGradHd;
import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.RmsPropHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.reference.ReferenceUpdater;
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

/** DOUBLE, FLOAT and HALF networks, and the precision of α in each. */
class DataTypesTest {

  static Stream<Arguments> kindsAndTypes() {
    return Stream.of(UpdaterKind.values())
        .flatMap(
            kind ->
                Stream.of(DataType.DOUBLE, DataType.FLOAT, DataType.FLOAT16)
                    .map(type -> Arguments.of(kind, type)));
  }

  @ParameterizedTest
  @MethodSource("kindsAndTypes")
  void networksLearn(UpdaterKind kind, DataType type) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual(), o -> o.dataType(type));
    double before = network.score(Networks.batch(0, type));
    double after = before;
    // No further: a HALF network that fits its batch perfectly has the score 0 log 0.
    for (int i = 0; i < 60 && !(after < before / 2); i++) {
      network.fit(Networks.batch(0, type));
      after = network.score(Networks.batch(0, type));
    }
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate).isFinite();
    assertThat(network.params().castTo(DataType.DOUBLE).sumNumber().doubleValue()).isFinite();
    assertThat(after).isLessThan(before / 2);
  }

  /**
   * Against the reference in double precision. The tolerance is the rounding unit of the data type
   * (1e-16, 6e-8, 5e-4) with room for a hundred steps, whose errors partly cancel.
   */
  @ParameterizedTest
  @MethodSource("kindsAndTypes")
  void stepsFollowTheReference(UpdaterKind kind, DataType type) {
    double tolerance = type == DataType.DOUBLE ? 1e-14 : type == DataType.FLOAT ? 5e-6 : 0.03;
    StandaloneBlocks blocks = new StandaloneBlocks(kind.usual(), type, List.of(40, 24));
    ReferenceUpdater reference = kind.usualReference();
    double[] theta = new double[64];
    double[] expected = new double[64];
    Random random = new Random(5);
    for (int t = 0; t < 100; t++) {
      double[] gradient = random.doubles(64, -1, 1).toArray();
      blocks.step(theta, gradient, 0);
      reference.step(expected, gradient);
    }
    double rate = reference.learningRate();
    assertThat(blocks.learningRate())
        .isCloseTo(rate, within(tolerance * Math.max(1, rate)))
        .isNotEqualTo(kind.usualRate);
    for (int i = 0; i < theta.length; i++) {
      assertThat(theta[i])
          .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
    }
  }

  /**
   * α = 0.1 + 2,000 · 1e-9: increments far below the rounding unit of FLOAT at 0.1 (7e-9), which a
   * single FLOAT would lose altogether. In FLOAT and DOUBLE α is a double, summed exactly as here;
   * in HALF each step rounds it to 44 bits.
   */
  @ParameterizedTest
  @EnumSource(names = {"DOUBLE", "FLOAT", "HALF"})
  void smallIncrementsAreNotLost(DataType type) {
    StandaloneBlocks blocks = new StandaloneBlocks(new SgdHd(0.1, 1e-9), type, List.of(1));
    int steps = 2_000;
    double expected = 0.1;
    double[] one = {1};
    blocks.step(new double[1], one, 0);
    for (int t = 0; t < steps; t++) {
      blocks.step(new double[1], one, 0);
      expected += 1e-9;
    }
    double roundings = type == DataType.FLOAT16 ? steps * 0.1 * 0x1p-44 : 0;
    assertThat(blocks.learningRate()).isCloseTo(expected, within(roundings));
  }

  @Test
  void aRateThatHalfCannotHoldIsRefused() {
    SgdHd updater = new SgdHd(70_000, 1e-9);
    assertThatThrownBy(() -> new StandaloneBlocks(updater, DataType.FLOAT16, List.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "hyperparameters must be at most 65504.0 in a network of HALF, got {")
        .hasMessageContaining("learningRate=70000.0");
  }

  static Stream<HypergradientUpdater> constantsThatFloatCannotHold() {
    double almostOne = Math.nextDown(1.0);
    return Stream.of(
        AdamHd.builder().beta1(almostOne).hyperLearningRate(0).learningRate(1).build(),
        AdamHd.builder().beta2(almostOne).hyperLearningRate(0).learningRate(1).build(),
        AdamHd.builder().epsilon(1e-300).hyperLearningRate(0).learningRate(1).build(),
        RmsPropHd.builder().decay(almostOne).hyperLearningRate(0).learningRate(1).build(),
        RmsPropHd.builder().epsilon(1e-300).hyperLearningRate(0).learningRate(1).build(),
        RmsPropHd.builder().epsilon(1e300).hyperLearningRate(0).learningRate(1).build(),
        RmsPropHd.builder().decay(0).epsilon(1e300).hyperLearningRate(0).learningRate(1).build(),
        AdamHd.builder()
            .beta2(0)
            .initialSecondMoment(1e300)
            .hyperLearningRate(0)
            .learningRate(1)
            .build(),
        AdaGradHd.builder().epsilon(1e300).hyperLearningRate(0).learningRate(1).build(),
        AdaGradHd.builder().epsilon(1e-300).hyperLearningRate(0).learningRate(1).build());
  }

  /**
   * 1 − β and a small ε are 0 there, and a gradient of 0 makes 0/0; a large ε is infinite, and so
   * is the mean square that begins with it, which a decay of 0 makes NaN.
   */
  @ParameterizedTest
  @MethodSource
  void constantsThatFloatCannotHold(HypergradientUpdater updater) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.FLOAT, List.of(2));
    double[] theta = new double[2];
    for (int t = 0; t < 3; t++) {
      blocks.step(theta, new double[] {0, 1}, 0);
    }
    assertThat(theta[0]).isZero();
    assertThat(theta[1]).isFinite();
  }

  /** What averaging of workers does: the mean of two states holds the mean of their rates. */
  @Test
  void averagingStatesAveragesTheRate() {
    for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
      StandaloneBlocks one = new StandaloneBlocks(new SgdHd(0.1, 0.01), type, List.of(3));
      StandaloneBlocks two = new StandaloneBlocks(new SgdHd(0.1, 0.01), type, List.of(3));
      for (int t = 0; t < 3; t++) {
        one.step(new double[3], new double[] {1, 2, 3}, 0);
        two.step(new double[3], new double[] {3, 1, 0.5}, 0);
      }
      double mean = (one.learningRate() + two.learningRate()) / 2;
      double[] averaged = {mean, one.learningRate()};
      one.state().addi(two.state()).divi(2);
      one.step(new double[3], new double[3], 0); // reads the state; zero gradients: h = 0
      // FLOAT limbs round once more when they are averaged: 3e-8 of the leading limb.
      assertThat(one.learningRate())
          .isCloseTo(averaged[0], within(type == DataType.DOUBLE ? 1e-16 : 1e-8))
          .isNotEqualTo(averaged[1]);
    }
  }
}
