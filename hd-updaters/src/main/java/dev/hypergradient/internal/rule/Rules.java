package dev.hypergradient.internal.rule;

import dev.hypergradient.LearningRateRule;

/** Makes the rule that a configuration names. */
public final class Rules {

  private Rules() {}

  /**
   * A rule before the first step, which remembers nothing yet.
   *
   * @param rule its name
   * @param elementwise whether the updater scales each element of the gradient
   */
  public static Rule of(LearningRateRule rule, boolean elementwise) {
    switch (rule) {
      case ADDITIVE:
        return new AdditiveRule();
      case MULTIPLICATIVE:
        return new MultiplicativeRule();
      case PARAMETER_FREE:
        return ParameterFreeRule.of(elementwise);
    }
    throw new AssertionError(rule);
  }
}
