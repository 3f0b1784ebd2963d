package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Single levels, without one above, against closed forms. */
class HyperUpdateTest {

  /** The values are near 1 and made by a handful of operations. */
  private static final double ROUNDING = 1e-15;

  private static final double U = 0.3;

  /** The first update of a value 1 with gradient {@link #U}, from the formulas in the Javadoc. */
  static Stream<Arguments> firstUpdates() {
    double vHat = (0.8 * 0.01 + 0.2 * U * U) / 0.2;
    return Stream.of(
        Arguments.of(new HyperSgd(0.1), 0.1 * U),
        Arguments.of(HyperSgd.builder().learningRate(0.1).momentum(0.9).build(), 0.1 * U),
        Arguments.of(
            HyperAdam.builder().learningRate(0.1).beta1(0.7).beta2(0.8).epsilon(0.01).build(),
            0.1 * U / (Math.sqrt(vHat) + 0.01)),
        Arguments.of(
            HyperRmsProp.builder().learningRate(0.1).decay(0.9).build(),
            0.1 * U / Math.sqrt(0.1 * U * U + 1e-8)),
        Arguments.of(new HyperAdaGrad(0.1), 0.1 * U / Math.sqrt(0.1 + U * U + 1e-10)));
  }

  @ParameterizedTest
  @MethodSource("firstUpdates")
  void firstUpdate(HyperOptimizer level, double update) {
    TowerRun run = new TowerRun(level, 1);
    run.step(U);
    assertThat(run.value(0)).isCloseTo(1 - update, within(ROUNDING));
  }

  /** b = 1 + μ + … + μᵗ⁻¹ under a constant gradient 1. */
  @Test
  void momentumSumsTheGradients() {
    TowerRun run = new TowerRun(HyperSgd.builder().learningRate(0.1).momentum(0.5).build(), 1);
    run.step(1);
    run.step(1);
    run.step(1);
    assertThat(run.value(0)).isCloseTo(1 - 0.1 * (1 + 1.5 + 1.75), within(ROUNDING));
  }

  @Test
  void aRateForEachValue() {
    TowerRun run = new TowerRun(HyperSgd.perHyperparameter(0.1, 0.2), 1, 1);
    run.step(1, 2);
    assertThat(run.values()).containsExactly(1 - 0.1, 1 - 0.2 * 2);
  }

  /**
   * Under u = 1, ∂U/∂μ = κ b_{t−1} is 0 at the first step and κ ever after, so that μ grows by 0.01
   * κ from the third step on; b_{t−1} = 1 up to terms in μ, which the first of these steps has not.
   */
  @Test
  void momentumIsLearnedFromZero() {
    HyperOptimizer level =
        HyperSgd.builder()
            .learningRate(0.1)
            .learn(Hyperparameter.MOMENTUM)
            .hyperOptimizer(new HyperSgd(0.01))
            .build();
    TowerRun run = new TowerRun(level, 1);
    run.step(1);
    run.step(1);
    assertThat(run.level(0).getValue(Hyperparameter.MOMENTUM)).isZero();
    run.step(1);
    assertThat(run.level(0).getValue(Hyperparameter.MOMENTUM)).isEqualTo(0.01 * 0.1);
    assertThat(run.value(0)).isCloseTo(1 - 0.1 * (1 + 1 + 1.001), within(ROUNDING));
  }

  /** A single value's learned rate follows κ_t = κ_{t−1} + λ u_t u_{t−1}. */
  @Test
  void learningRateFollowsTheProductOfGradients() {
    TowerRun run = new TowerRun(new HyperSgd(0.1, new HyperSgd(0.01)), 1);
    run.step(2);
    assertThat(run.level(0).getValue(Hyperparameter.LEARNING_RATE)).isEqualTo(0.1);
    run.step(3);
    assertThat(run.level(0).getValue(Hyperparameter.LEARNING_RATE))
        .isCloseTo(0.1 + 0.01 * 6, within(ROUNDING));
  }
}
