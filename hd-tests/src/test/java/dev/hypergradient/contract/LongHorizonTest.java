package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_ALL;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.LearningRateRule;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.SgdHd;
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

  /**
   * The second step is 0.1 long, as the rule's documentation says: the gradient, and so d, stays
   * the same.
   */
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
    assertThat(Math.sqrt(square)).isCloseTo(0.1, within(1e-15));
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
    ReferenceUpdater reference = kind.reference(0, 0.6);
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
}
