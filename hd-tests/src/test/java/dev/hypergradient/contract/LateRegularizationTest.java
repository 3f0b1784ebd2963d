package dev.hypergradient.contract;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.DECAY;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static dev.hypergradient.hyper.Hyperparameter.MOMENTUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.RmsPropHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.tower.AdamLevel;
import dev.hypergradient.reference.tower.ReferenceTower;
import dev.hypergradient.reference.tower.RmsPropLevel;
import dev.hypergradient.reference.tower.SgdLevel;
import dev.hypergradient.reference.tower.TowerLevel;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * L1 and L2 of later blocks come late: DL4J adds them to a block's gradient just before the block's
 * turn, when earlier blocks have had theirs with hyperparameters learned from gradients without
 * those terms. Their updates are corrected: exactly for the learning rate, linearly for the others.
 */
class LateRegularizationTest {

  private static final List<Integer> BLOCKS = List.of(11, 2, 17);
  private static final int PARAMETERS = 30;
  private static final double L2 = 0.1;

  /**
   * The direction of gradient descent is linear in its momentum, so that the correction is exact.
   * The momentum moves in the third iteration for the first time: before, no velocity has been
   * multiplied with it.
   */
  @Test
  void momentumIsCorrectedExactly() {
    HypergradientUpdater updater =
        SgdHd.builder()
            .learningRate(0.2)
            .momentum(0.5)
            .learn(LEARNING_RATE, MOMENTUM)
            .hyperLearningRate(0.1)
            .build();
    Function<IUpdater, MultiLayerNetwork> network =
        each -> Networks.threeBlocks(each, options -> options.l1(0.01).l2(L2).l2Bias(L2));
    MultiLayerNetwork actual = network.apply(updater);
    MultiLayerNetwork twin = network.apply(ReferenceTraining.PLAIN);
    ReferenceTraining reference =
        ReferenceTraining.of(
            twin,
            new ReferenceTower(SgdLevel.heavyBall(0.2, 0.5, "alpha", "mu"), SgdLevel.plain(0.1)));
    for (int i = 0; i < 3; i++) {
      actual.fit(Networks.batch(i));
      twin.fit(Networks.batch(i));
      reference.assertSameAs(actual);
    }
    assertThat(Hypergradients.of(actual).getLevels().get(0).getValue(MOMENTUM)).isNotEqualTo(0.5);
  }

  static Stream<Arguments> towers() {
    return Stream.of(
        tower(
            "Nesterovs: momentum",
            () -> NesterovsHd.builder().learningRate(0.02).learn(MOMENTUM),
            () -> SgdLevel.nesterov(0.02, 0.9, "mu"),
            1,
            2),
        tower(
            "Adam: β₁",
            () -> AdamHd.builder().learningRate(0.01).learn(BETA1),
            () -> adam("beta1"),
            1,
            3),
        tower(
            "Adam: β₂",
            () -> AdamHd.builder().learningRate(0.01).learn(BETA2),
            () -> adam("beta2"),
            1,
            3),
        tower(
            "Adam: ε",
            () -> AdamHd.builder().learningRate(0.01).epsilon(0.1).learn(EPSILON),
            () ->
                AdamLevel.of(
                    0.01, new AdamConstants(0.9, 0.999, 0.1, AdamEpsilon.DL4J), 0, "log_eps"),
            1,
            2),
        tower(
            "RMSProp: decay",
            () -> RmsPropHd.builder().learningRate(0.01).learn(DECAY),
            () -> RmsPropLevel.dl4j(0.01, 0.95, 1e-8, "gamma"),
            1,
            2));
  }

  private static AdamLevel adam(String... learned) {
    return AdamLevel.of(0.01, AdamConstants.customary(AdamEpsilon.DL4J), 0, learned);
  }

  private static Arguments tower(
      String name,
      Supplier<HypergradientUpdater.Builder<?>> builder,
      Supplier<TowerLevel> level,
      double hyperLearningRate,
      int iterations) {
    DoubleFunction<HypergradientUpdater> updater =
        rate -> builder.get().hyperLearningRate(rate).build();
    return Arguments.of(name, updater, level, hyperLearningRate, iterations);
  }

  /**
   * What a linear correction leaves is of second order in the change that it corrects, and so in
   * the hyper learning rate: a tenth of that leaves a hundredth. Of what is not corrected at all, a
   * tenth would be left. (With the learning rate learned as well, the orders would mix.)
   *
   * @param iterations until the hyperparameter moves for the first time
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("towers")
  void othersAreCorrectedToFirstOrder(
      String name,
      DoubleFunction<HypergradientUpdater> updater,
      Supplier<TowerLevel> level,
      double hyperLearningRate,
      int iterations) {
    double large = error(updater, level, hyperLearningRate, iterations);
    double small = error(updater, level, hyperLearningRate / 10, iterations);
    assertThat(large).as("a tenth of it shows above rounding").isGreaterThan(1e-9);
    assertThat(small).isLessThan(large / 50);
  }

  /** The maximum deviation from the reference in the blocks before the last one. */
  private static double error(
      DoubleFunction<HypergradientUpdater> updater,
      Supplier<TowerLevel> level,
      double hyperLearningRate,
      int iterations) {
    StandaloneBlocks actual =
        new StandaloneBlocks(updater.apply(hyperLearningRate), DataType.DOUBLE, BLOCKS);
    ReferenceTower reference = new ReferenceTower(level.get(), SgdLevel.plain(hyperLearningRate));
    Random random = new Random(11);
    double[] theta = random.doubles(PARAMETERS, -1, 1).toArray();
    double[] expected = theta.clone();
    double[] slope = random.doubles(PARAMETERS, -1, 1).toArray();
    for (int t = 0; t < iterations; t++) {
      double[] gradient = random.doubles(PARAMETERS, -0.3, 0.3).toArray();
      double[] regularized = new double[PARAMETERS];
      for (int i = 0; i < PARAMETERS; i++) {
        gradient[i] += slope[i];
        regularized[i] = gradient[i] + L2 * expected[i];
      }
      actual.step(theta, gradient, L2);
      reference.step(expected, regularized);
    }
    return IntStream.range(0, PARAMETERS - BLOCKS.get(2))
        .mapToDouble(i -> Math.abs(theta[i] - expected[i]))
        .max()
        .orElseThrow();
  }
}
