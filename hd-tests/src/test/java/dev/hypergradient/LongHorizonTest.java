package dev.hypergradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_ALL;

import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.reference.ReferenceUpdater;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** What {@link LearningRateRule#LONG_HORIZON} promises beyond its formulas. */
class LongHorizonTest {

  private static final int PARAMETERS = 30;

  static Stream<HypergradientUpdater> withoutNumbers() {
    return Stream.of(new SgdHd(), new NesterovsHd(), new AdamHd());
  }

  /**
   * A loss in other units: parameters move alike. α itself is rounded otherwise, by 1e-16 a step;
   * Adam's ε of 1e-8 counts for less beside gradients of 1,000 than beside those of 1.
   */
  @ParameterizedTest
  @MethodSource("withoutNumbers")
  void theScaleOfTheLossDoesNotMatter(HypergradientUpdater updater) {
    double[] one = trained(updater, 1);
    double[] other = trained(updater, 0x1p10);
    double tolerance = updater instanceof AdamHd ? 1e-6 : 1e-12;
    for (int i = 0; i < PARAMETERS; i++) {
      assertThat(other[i]).isCloseTo(one[i], within(tolerance));
    }
  }

  private static double[] trained(HypergradientUpdater updater, double scale) {
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(20, 10));
    double[] theta = new double[PARAMETERS];
    Random random = new Random(6);
    double[] gradient = new double[PARAMETERS];
    for (int t = 0; t < 100; t++) {
      for (int i = 0; i < PARAMETERS; i++) {
        gradient[i] = scale * (theta[i] - 1 + 0.3 * random.nextGaussian());
      }
      blocks.step(theta, gradient, 0);
    }
    return theta;
  }

  /** The second step is {@value LongHorizon#START} long: the gradient, and so d, stays the same. */
  @Test
  void theFirstStepMeasuresAndTheSecondStarts() {
    StandaloneBlocks blocks =
        new StandaloneBlocks(new SgdHd(), DataType.DOUBLE, List.of(PARAMETERS));
    double[] theta = new double[PARAMETERS];
    double[] gradient = new Random(2).doubles(PARAMETERS, -5, 5).toArray();
    blocks.step(theta, gradient, 0);
    assertThat(theta).containsOnly(0);
    blocks.step(theta, gradient, 0);
    double square = 0;
    for (double x : theta) {
      square += x * x;
    }
    assertThat(Math.sqrt(square)).isCloseTo(LongHorizon.START, within(1e-15));
  }

  /** The first step's length is measured; what is configured cannot be wrong. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-7, 1e-3, 1000})
  void theConfiguredRateDoesNotMatter(double learningRate) {
    double[] gradient = new Random(2).doubles(PARAMETERS, -5, 5).toArray();
    assertThat(secondRate(learningRate, gradient)).isEqualTo(secondRate(0, gradient)).isPositive();
  }

  private static double secondRate(double learningRate, double[] gradient) {
    SgdHd updater =
        SgdHd.builder()
            .learningRate(learningRate)
            .learningRateRule(LearningRateRule.LONG_HORIZON)
            .build();
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(PARAMETERS));
    blocks.step(new double[PARAMETERS], gradient, 0);
    blocks.step(new double[PARAMETERS], gradient, 0);
    return blocks.learningRate();
  }

  /** A gradient of zeros gives no direction to measure; the rate waits for one. */
  @Test
  void zeroGradientsAreWaitedOut() {
    StandaloneBlocks blocks =
        new StandaloneBlocks(new NesterovsHd(), DataType.FLOAT, List.of(PARAMETERS));
    double[] theta = new double[PARAMETERS];
    for (int t = 0; t < 5; t++) {
      blocks.step(theta, new double[PARAMETERS], 0);
      assertThat(blocks.learningRate()).isZero();
    }
    double[] gradient = new Random(2).doubles(PARAMETERS, -5, 5).toArray();
    blocks.step(theta, gradient, 0);
    blocks.step(theta, gradient, 0);
    assertThat(blocks.learningRate()).isPositive();
  }

  /**
   * Through all kinds of gradients α follows the reference, which knows no blocks: they agree and
   * get shorter, which drives α to the upper bound; noise presses it to the lower one, and grows.
   * Both compute in double precision; 400 steps amplify rounding (2e-16) by four orders or so.
   */
  @ParameterizedTest
  @EnumSource(names = ".*_LONG", mode = MATCH_ALL)
  void followsItsFormulas(UpdaterKind kind) {
    ReferenceUpdater reference = kind.reference(0, LongHorizon.RATE);
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
    }
  }

  /**
   * Once the mean gradient is twice as long as it was, the lower bound is a quarter. What is left
   * of the short ones after 200 steps is 0.95^200, 4e-5; the doubled gradients change nothing else,
   * since the directions are given.
   */
  @Test
  void theLowerBoundGivesWayToLongerGradients() {
    Travel steady = travelled(Travel.NONE, 230, 1);
    Travel growing = travelled(travelled(Travel.NONE, 30, 1), 200, 2);
    assertThat(growing.gradients().calm()).isCloseTo(0.5, within(4e-5));
    assertThat(lowerBound(growing) / lowerBound(steady)).isCloseTo(0.25, within(4e-5));
  }

  /** Half as long, and it is 2^0.2 times as high; what is left of the long ones is as above. */
  @Test
  void theLowerBoundRisesForShorterGradients() {
    Travel steady = travelled(Travel.NONE, 230, 1);
    Travel shrinking = travelled(travelled(Travel.NONE, 30, 1), 200, 0.5);
    assertThat(shrinking.gradients().shrinkage()).isCloseTo(2, within(2e-4));
    assertThat(lowerBound(shrinking) / lowerBound(steady))
        .isCloseTo(Math.pow(2, LongHorizon.RISING), within(4e-5));
  }

  /** So many steps of 1 against a displacement of length 1, in directions of length 0.01. */
  private static Travel travelled(Travel travel, int steps, double gradientLength) {
    Travel travelled = travel;
    double[] sums = {-gradientLength, gradientLength * gradientLength, 1};
    for (int i = 0; i < steps; i++) {
      travelled =
          travelled.after(
              DotProducts.of(sums, 1e-4, 1), 100, GradientAverage.NONE, LongHorizon.HORIZON);
    }
    return travelled;
  }

  private static double lowerBound(Travel travel) {
    return LongHorizon.settled(0, travel, DotProducts.NONE);
  }
}
