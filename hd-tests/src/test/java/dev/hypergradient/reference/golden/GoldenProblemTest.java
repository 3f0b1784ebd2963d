package dev.hypergradient.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;

class GoldenProblemTest {
  /** Rounding only: the losses and gradients are sums of a few dozen terms of about 1. */
  private static final double TOLERANCE = 1e-14;

  private final GoldenProblem problem = GoldenProblem.read();

  @ParameterizedTest
  @GoldenTraces({"sgd", "adam_hd", "tower"})
  void lossAndGradientAreTheRecordedOnes(GoldenTrace trace) {
    double[] theta = problem.theta0();
    assertThat(theta).isEqualTo(trace.theta0().toArray());
    for (GoldenStep step : trace.steps()) {
      assertThat(problem.loss(theta, step.t()))
          .as("loss of step %d", step.t())
          .isCloseTo(step.loss(), within(TOLERANCE));
      assertThat(problem.gradient(theta, step.t()))
          .as("gradient of step %d", step.t())
          .containsExactly(step.gradient().toArray(), within(TOLERANCE));
      theta = step.theta().toArray();
    }
  }
}
