package dev.hypergradient.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.reference.golden.GoldenProblem;

/** Steps two updaters that must be the same on the golden problem. */
public final class SideBySide {
  /**
   * Two ways to write one step part by a few roundings of 1e-16 in each of 50 steps; θ and α are at
   * most about 1.
   */
  private static final double TOLERANCE = 1e-13;

  private SideBySide() {}

  /** Asserts equal θ and α at every step, each updater following its own gradients. */
  public static void assertSame(ReferenceUpdater one, ReferenceUpdater other) {
    GoldenProblem problem = GoldenProblem.read();
    double[] theta = problem.theta0();
    double[] otherTheta = problem.theta0();
    for (int t = 1; t <= problem.steps(); t++) {
      one.step(theta, problem.gradient(theta, t));
      other.step(otherTheta, problem.gradient(otherTheta, t));
      assertThat(one.learningRate())
          .as("α at step %d", t)
          .isCloseTo(other.learningRate(), within(TOLERANCE));
      assertThat(theta).as("θ at step %d", t).containsExactly(otherTheta, within(TOLERANCE));
    }
  }
}
