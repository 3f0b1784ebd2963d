package dev.hypergradient.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares a float64 computation with a golden trace. */
public final class GoldenAssertions {
  private GoldenAssertions() {}

  /** Asserts that every element of θ is the one recorded after the step. */
  public static void assertTheta(double[] theta, GoldenStep step) {
    double[] expected = step.theta().toArray();
    assertThat(theta).hasSameSizeAs(expected);
    for (int i = 0; i < theta.length; i++) {
      assertValue("θ[" + i + "]", theta[i], expected[i], step.t());
    }
  }

  /** Asserts that a learning rate, or any other hyperparameter, is the recorded one. */
  public static void assertValue(String what, double actual, double expected, int t) {
    assertThat(actual)
        .as("%s at step %d", what, t)
        .isCloseTo(expected, within(tolerance(expected)));
  }

  /**
   * Asserts that a hypergradient is the recorded one, to 1e-8 max(1e-9, |expected|).
   *
   * <p>Those of β₁ and β₂ lose up to eight digits by cancellation, and that of β₁ after the first
   * step is 0 in exact arithmetic; all may be so small that the bound for values would let a wrong
   * one pass.
   */
  public static void assertHypergradient(String what, double actual, double expected, int t) {
    assertThat(actual)
        .as("hypergradient of %s at step %d", what, t)
        .isCloseTo(expected, within(1e-8 * Math.max(1e-9, Math.abs(expected))));
  }

  /**
   * Returns 1e-12 max(1, |expected|): 50 steps of a few roundings of 1e-16 each, with room for
   * their growth through the hypergradients.
   */
  public static double tolerance(double expected) {
    return 1e-12 * Math.max(1, Math.abs(expected));
  }
}
