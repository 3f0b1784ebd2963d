package dev.hypergradient.reference.tower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.golden.GoldenAssertions;
import dev.hypergradient.reference.golden.GoldenLevel;
import dev.hypergradient.reference.golden.GoldenStep;
import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ReferenceTowerTest {
  private static final AdamConstants CONSTANTS = AdamConstants.customary(AdamEpsilon.PAPER);

  @ParameterizedTest
  @GoldenTraces("tower")
  void reproducesTheTrace(GoldenTrace trace) {
    ReferenceTower tower = tower(trace.name());
    double[] theta = trace.theta0().toArray();
    for (GoldenStep step : trace.steps()) {
      tower.step(theta, step.gradient().toArray());

      GoldenAssertions.assertTheta(theta, step);
      GoldenAssertions.assertValue("α", tower.learningRate(), step.learningRate(), step.t());
      assertThat(tower.levels()).hasSameSizeAs(step.levels());
      for (int k = 0; k < tower.levels().size(); k++) {
        assertLevel(k, tower.levels().get(k), step.levels().get(k), step.t());
      }
    }
  }

  @Test
  void wrongTowersAreRefused() {
    assertThatThrownBy(ReferenceTower::new)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a tower must have at least 1 level, got 0");
    assertThatThrownBy(() -> rmsProp(-0.1, 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha must be in the range of SQUARE, got -0.1");
    assertThatThrownBy(() -> adam(0.1, "alpha", "eps"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hyperparameter must be one of [alpha, beta1, beta2, log_eps], got eps");
    ReferenceTower misfit = new ReferenceTower(sgd(0.1), SgdPerParamLevel.above(adam(0.1), 0.1));
    assertThatThrownBy(() -> misfit.step(new double[2], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level below must learn 3 hyperparameters, got 1");
  }

  private static void assertLevel(int k, TowerLevel level, GoldenLevel expected, int t) {
    assertThat(level.names()).containsExactlyElementsOf(expected.raw().keySet());
    for (String name : level.names()) {
      String what = name + " of level " + k;
      GoldenAssertions.assertValue("raw " + what, level.raw(name), expected.raw().get(name), t);
      GoldenAssertions.assertValue(what, level.value(name), expected.effective().get(name), t);
      GoldenAssertions.assertHypergradient(
          what, level.hypergradient(name), expected.hypergradients().get(name), t);
    }
  }

  /** The towers as the headers of the traces spell them. */
  private static ReferenceTower tower(String trace) {
    return switch (trace) {
      case "tower_adagrad_sgd" -> new ReferenceTower(AdaGradLevel.of(0.05), sgd(0.01));
      case "tower_adam_adam" -> new ReferenceTower(adam(0.01), adam(0.001));
      case "tower_adam_default_sgd" -> new ReferenceTower(adam(0.001), sgd(1e-5));
      case "tower_adam_perparam_sgd" -> perParam(adam(0.01), 0.001, 0.0001);
      case "tower_adam_sgd" -> new ReferenceTower(adam(0.01), sgd(0.001));
      case "tower_adam_v1_perparam_sgd" ->
          perParam(adam(0.001, "alpha", "beta1", "beta2", "log_eps"), 0.001, 0.0001);
      case "tower_adambaydin_adam" -> new ReferenceTower(adam(0.01, "alpha"), adam(0.001));
      case "tower_adambaydin_sgd" -> new ReferenceTower(adam(0.01, "alpha"), sgd(0.0001));
      case "tower_rmsprop_sgd" -> new ReferenceTower(rmsProp(0.01, 0.99), sgd(0.0001));
      case "tower_rmspropalpha_sgd" ->
          new ReferenceTower(RmsPropLevel.of(0.01, 0.99, "alpha"), sgd(0.0001));
      case "tower_sgd_adagrad" -> new ReferenceTower(sgd(0.05), AdaGradLevel.of(0.01));
      case "tower_sgd_adam" -> new ReferenceTower(sgd(0.05), adam(0.01));
      case "tower_sgd_rmsprop" -> new ReferenceTower(sgd(0.05), rmsProp(0.001, 0.9));
      case "tower_sgd_sgd" -> new ReferenceTower(sgd(0.05), sgd(0.05));
      case "tower_sgd_sgd_equals_sgd_hd" -> new ReferenceTower(sgd(0.001), sgd(0.001));
      case "tower_sgd_sgd_sgd" -> new ReferenceTower(sgd(0.05), sgd(0.05), sgd(0.05));
      case "tower_sgd_sgd_sgd_sgd" -> new ReferenceTower(sgd(0.02), sgd(0.05), sgd(0.1), sgd(0.2));
      case "tower_sgdmu_sgd" ->
          new ReferenceTower(SgdLevel.heavyBall(0.05, 0.5, "alpha", "mu"), sgd(0.02));
      default -> throw new IllegalArgumentException("no tower is known for trace " + trace);
    };
  }

  private static SgdLevel sgd(double alpha) {
    return SgdLevel.plain(alpha);
  }

  private static AdamLevel adam(double alpha) {
    return adam(alpha, "alpha", "beta1", "beta2");
  }

  private static AdamLevel adam(double alpha, String... learned) {
    return AdamLevel.of(alpha, CONSTANTS, CONSTANTS.epsilon(), learned);
  }

  private static RmsPropLevel rmsProp(double alpha, double gamma) {
    return RmsPropLevel.of(alpha, gamma, "alpha", "gamma");
  }

  private static ReferenceTower perParam(TowerLevel bottom, double middle, double top) {
    return new ReferenceTower(bottom, SgdPerParamLevel.above(bottom, middle), sgd(top));
  }
}
