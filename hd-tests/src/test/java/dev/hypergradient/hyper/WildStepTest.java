package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A top learning rate far too large throws learned values out of their domains, as it does in the
 * papers, but every number stays finite.
 */
class WildStepTest {

  static Stream<HyperOptimizer> wildTowers() {
    HyperOptimizer wild = new HyperSgd(1e6);
    return Stream.of(
        HyperSgd.builder()
            .learningRate(0.1)
            .momentum(0.5)
            .learn(Hyperparameter.LEARNING_RATE)
            .hyperOptimizer(wild)
            .build(),
        HyperAdam.builder()
            .learningRate(0.1)
            .learn(
                Hyperparameter.LEARNING_RATE,
                Hyperparameter.BETA1,
                Hyperparameter.BETA2,
                Hyperparameter.EPSILON)
            .hyperOptimizer(wild)
            .build(),
        HyperRmsProp.builder()
            .learningRate(0.1)
            .learn(Hyperparameter.DECAY)
            .hyperOptimizer(wild)
            .build(),
        new HyperAdaGrad(0.1, wild));
  }

  @ParameterizedTest
  @MethodSource("wildTowers")
  void valuesStayFinite(HyperOptimizer tower) {
    TowerRun run = new TowerRun(tower, 1, 1);
    Random random = new Random(5);
    for (int t = 1; t <= 300; t++) {
      // Phases without gradient, as for a network whose units are all dead.
      double scale = t % 100 < 50 ? 1e3 : 0;
      run.step(scale * random.nextGaussian(), scale * random.nextGaussian());
      assertThat(DoubleStream.of(run.values()))
          .as("values at step %d", t)
          .allMatch(Double::isFinite, "finite");
      assertThat(DoubleStream.of(run.state()))
          .as("state at step %d", t)
          .allMatch(Double::isFinite, "finite");
    }
  }

  /** v = ε β₂ᵗ has underflown to 0 after 40 steps: 1e-8 · 1e-400. */
  @Test
  void adamSurvivesVanishedMoments() {
    HyperOptimizer adam =
        HyperAdam.builder()
            .learningRate(0.1)
            .beta2(1e-10)
            .learn(Hyperparameter.BETA2)
            .hyperOptimizer(new HyperSgd(0.01))
            .build();
    TowerRun run = new TowerRun(adam, 1);
    for (int t = 1; t <= 40; t++) {
      run.step(0);
    }
    assertThat(DoubleStream.of(run.state())).allMatch(Double::isFinite, "finite");
  }
}
