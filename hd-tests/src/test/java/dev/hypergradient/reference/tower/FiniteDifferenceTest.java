package dev.hypergradient.reference.tower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import dev.hypergradient.reference.golden.GoldenProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every hypergradient of a bottom level is the derivative of the next loss: ∂f_{t+1}(θ_t)/∂raw,
 * with θ_t = θ_{t−1} − U(g_t, state_{t−1}; raw) and only the raw value of step t varied.
 */
class FiniteDifferenceTest {
  private static final double DELTA = 1e-5;

  /**
   * The central difference is off by 1e-16 f/δ = 1e-11 from rounding and by δ² f‴/6 from
   * truncation, which is largest (6e-10) for RMSProp's √α; hypergradients that are not 0 exceed
   * 1e-3.
   */
  private static final double TOLERANCE = 1e-9;

  private static final GoldenProblem PROBLEM = GoldenProblem.read();

  /** Large ε and decays far from 1, so that every term of every partial derivative counts. */
  private enum Bottom {
    HEAVY_BALL,
    NESTEROV,
    ADAM_PAPER,
    ADAM_DL4J,
    RMS_PROP,
    ADA_GRAD;

    TowerLevel level() {
      return switch (this) {
        case HEAVY_BALL -> SgdLevel.heavyBall(0.2, 0.8, "alpha", "mu");
        case NESTEROV -> SgdLevel.nesterov(0.2, 0.8, "alpha", "mu");
        case ADAM_PAPER -> adam(AdamEpsilon.PAPER, 0.05);
        case ADAM_DL4J -> adam(AdamEpsilon.DL4J, 0);
        case RMS_PROP -> RmsPropLevel.of(0.05, 0.8, "alpha", "gamma");
        case ADA_GRAD -> AdaGradLevel.of(0.2);
      };
    }

    private static TowerLevel adam(AdamEpsilon placement, double initialV) {
      AdamConstants constants = new AdamConstants(0.8, 0.9, 0.05, placement);
      return AdamLevel.of(0.1, constants, initialV, "alpha", "beta1", "beta2", "log_eps");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hypergradientIsTheDerivativeOfTheNextLoss(Bottom bottom) {
    for (int t : new int[] {1, 2, 5, 20}) {
      TowerLevel level = bottom.level();
      double[] theta = thetaAfter(level, t, new double[level.names().size()]);
      double[] hypergradients = level.hypergradients(PROBLEM.gradient(theta, t + 1));
      for (int k = 0; k < hypergradients.length; k++) {
        double[] change = new double[hypergradients.length];
        change[k] = DELTA;
        double below = lossAfter(bottom, t, change);
        change[k] = -DELTA;
        double above = lossAfter(bottom, t, change);
        assertThat(hypergradients[k])
            .as("hypergradient of %s after step %d", level.names().get(k), t)
            .isCloseTo((above - below) / (2 * DELTA), within(TOLERANCE));
      }
    }
  }

  private static double lossAfter(Bottom bottom, int t, double[] change) {
    return PROBLEM.loss(thetaAfter(bottom.level(), t, change), t + 1);
  }

  /** Returns θ_t; just before step t the raw values are lowered by {@code change}. */
  private static double[] thetaAfter(TowerLevel level, int t, double[] change) {
    double[] theta = PROBLEM.theta0();
    for (int s = 1; s <= t; s++) {
      if (s == t) {
        level.move(change);
      }
      double[] update = level.next(PROBLEM.gradient(theta, s));
      for (int i = 0; i < theta.length; i++) {
        theta[i] -= update[i];
      }
    }
    return theta;
  }
}
