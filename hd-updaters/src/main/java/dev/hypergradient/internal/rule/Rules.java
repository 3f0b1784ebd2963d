package dev.hypergradient.internal.rule;

import dev.hypergradient.LearningRateRule;
import dev.hypergradient.internal.rule.longhorizon.GradientAverage;
import dev.hypergradient.internal.rule.longhorizon.LongHorizonRule;
import dev.hypergradient.internal.rule.parameterfree.ParameterFreeRule;

/** Makes the rule that a configuration names. */
public final class Rules {

  private Rules() {}

  /**
   * A rule before the first step, which remembers nothing yet.
   *
   * @param rule its name
   * @param horizon how many steps back a rule looks that looks further than one; {@code null} for
   *     its default
   * @param average how the updater's directions average gradients
   * @param elementwise whether the updater scales each element of the gradient
   * @throws IllegalArgumentException if there is a horizon and the rule looks one step back
   */
  public static Rule of(
      LearningRateRule rule, Double horizon, GradientAverage average, boolean elementwise) {
    if (horizon != null && rule != LearningRateRule.LONG_HORIZON) {
      throw new IllegalArgumentException(
          "horizon needs learningRateRule LONG_HORIZON, got " + horizon + " with " + rule);
    }
    switch (rule) {
      case ADDITIVE:
        return new AdditiveRule();
      case MULTIPLICATIVE:
        return new MultiplicativeRule();
      case LONG_HORIZON:
        return LongHorizonRule.of(horizon, average);
      case PARAMETER_FREE:
        return ParameterFreeRule.of(elementwise);
    }
    throw new AssertionError(rule);
  }
}
