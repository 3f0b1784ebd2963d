package dev.hypergradient.contract;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.DECAY;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static dev.hypergradient.hyper.Hyperparameter.MOMENTUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.HypergradientUpdaterBuilder;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.RmsPropHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.tower.AdamLevel;
import dev.hypergradient.reference.tower.ReferenceTower;
import dev.hypergradient.reference.tower.RmsPropLevel;
import dev.hypergradient.reference.tower.SgdLevel;
import dev.hypergradient.reference.tower.TowerLevel;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Updaters that learn more than the learning rate follow the reference tower, which is checked
 * against the golden traces, in DL4J's conventions; in one block and in three, to 1e-12 max(1,
 * |x|): some hundred roundings of 1e-16, and what the hypergradients make of them.
 */
class LearnedHyperparametersTest {

  private static final int STEPS = 60;
  private static final int PARAMETERS = 30;

  static Stream<Arguments> towers() {
    return Stream.of(
        tower(
            "SGD: momentum from 0",
            SgdHd.builder().learningRate(0.05).learn(LEARNING_RATE, MOMENTUM),
            1e-4,
            SgdLevel.heavyBall(0.05, 0, "alpha", "mu")),
        tower(
            "SGD: momentum alone",
            SgdHd.builder().learningRate(0.05).momentum(0.5).learn(MOMENTUM),
            1e-3,
            SgdLevel.heavyBall(0.05, 0.5, "mu")),
        tower(
            "Nesterovs",
            NesterovsHd.builder().learningRate(0.02).learn(LEARNING_RATE, MOMENTUM),
            1e-5,
            SgdLevel.nesterov(0.02, 0.9, "alpha", "mu")),
        tower(
            "Nesterovs: momentum from 0",
            NesterovsHd.builder().learningRate(0.02).momentum(0).learn(LEARNING_RATE, MOMENTUM),
            1e-4,
            SgdLevel.nesterov(0.02, 0, "alpha", "mu")),
        tower(
            "Adam: all",
            AdamHd.builder().learningRate(0.01).learn(LEARNING_RATE, BETA1, BETA2, EPSILON),
            1e-4,
            adam(1e-8, "alpha", "beta1", "beta2", "log_eps")),
        tower(
            "Adam: second moment from 0.01",
            AdamHd.builder()
                .learningRate(0.01)
                .initialSecondMoment(0.01)
                .learn(LEARNING_RATE, BETA1, BETA2),
            1e-4,
            AdamLevel.of(
                0.01,
                new AdamConstants(0.9, 0.999, 1e-8, AdamEpsilon.DL4J),
                0.01,
                "alpha",
                "beta1",
                "beta2")),
        tower(
            "Adam: all, with a large ε",
            AdamHd.builder()
                .learningRate(0.01)
                .epsilon(0.1)
                .learn(LEARNING_RATE, BETA1, BETA2, EPSILON),
            1e-4,
            adam(0.1, "alpha", "beta1", "beta2", "log_eps")),
        tower(
            "Adam: β₂ alone",
            AdamHd.builder().learningRate(0.01).learn(BETA2),
            1e-2,
            adam(1e-8, "beta2")),
        tower(
            "RMSProp",
            RmsPropHd.builder().learningRate(0.01).learn(LEARNING_RATE, DECAY),
            1e-5,
            RmsPropLevel.dl4j(0.01, 0.95, 1e-8, "alpha", "gamma")));
  }

  private static TowerLevel adam(double epsilon, String... learned) {
    return AdamLevel.of(0.01, new AdamConstants(0.9, 0.999, epsilon, AdamEpsilon.DL4J), 0, learned);
  }

  private static Arguments tower(
      String name, HypergradientUpdaterBuilder<?> builder, double above, TowerLevel level) {
    // Two levels above, so that their state is checked as well.
    HypergradientUpdater updater =
        builder.hyperOptimizer(new HyperSgd(above, new HyperSgd(above * above))).build();
    return Arguments.of(name, updater, level, above);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("towers")
  void followsTheReferenceInOneBlock(
      String name, HypergradientUpdater updater, TowerLevel level, double above) {
    assertFollows(updater, level, above, List.of(PARAMETERS), 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("towers")
  void followsTheReferenceInThreeBlocks(
      String name, HypergradientUpdater updater, TowerLevel level, double above) {
    assertFollows(updater, level, above, List.of(11, 2, 17), 0);
  }

  /**
   * Also with L2, which later blocks show late: one block has it in its gradient from the start.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("towers")
  void followsTheReferenceInOneBlockWithL2(
      String name, HypergradientUpdater updater, TowerLevel level, double above) {
    assertFollows(updater, level, above, List.of(PARAMETERS), 0.01);
  }

  private static void assertFollows(
      HypergradientUpdater updater,
      TowerLevel level,
      double above,
      List<Integer> blocks,
      double l2) {
    StandaloneBlocks actual = new StandaloneBlocks(updater, DataType.DOUBLE, blocks);
    ReferenceTower reference =
        new ReferenceTower(level, SgdLevel.plain(above), SgdLevel.plain(above * above));
    double[] theta = new double[PARAMETERS];
    double[] expected = new double[PARAMETERS];
    Random random = new Random(11);
    double[] slope = random.doubles(PARAMETERS, -1, 1).toArray();
    for (int t = 0; t < STEPS; t++) {
      double[] gradient = random.doubles(PARAMETERS, -0.3, 0.3).toArray();
      for (int i = 0; i < PARAMETERS; i++) {
        gradient[i] += slope[i];
      }
      double[] regularized = new double[PARAMETERS];
      for (int i = 0; i < PARAMETERS; i++) {
        regularized[i] = gradient[i] + l2 * expected[i];
      }
      actual.step(theta, gradient, l2);
      reference.step(expected, regularized);
      for (int i = 0; i < PARAMETERS; i++) {
        assertThat(theta[i])
            .as("parameter %d after step %d", i, t + 1)
            .isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
      }
    }
    // Something was learned: every raw value has left its start, seen in what the reference did.
    for (String learned : level.names()) {
      assertThat(level.hypergradient(learned)).isNotZero();
    }
  }
}
