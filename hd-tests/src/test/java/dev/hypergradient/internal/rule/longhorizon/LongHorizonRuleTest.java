package dev.hypergradient.internal.rule.longhorizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.rule.Rule;
import org.junit.jupiter.api.Test;

/** The lower bound of the rule, alone. */
class LongHorizonRuleTest {

  /**
   * Once the mean gradient is twice as long as it was, the lower bound is a quarter. What is left
   * of the short ones after 200 steps is 0.95^200, 4e-5; the doubled gradients change nothing else,
   * since the directions are given.
   */
  @Test
  void theLowerBoundGivesWayToLongerGradients() {
    Travel growing = travelled(travelled(Travel.NONE, 30, 1), 200, 2);
    assertThat(growing.gradients().minByMean()).isCloseTo(0.5, within(4e-5));
    double steady = lowerBound(after(start(), 230, 1));
    assertThat(lowerBound(after(after(start(), 30, 1), 200, 2)) / steady)
        .isCloseTo(0.25, within(4e-5));
  }

  /**
   * Once the mean gradient is half as long as it was, the lower bound is 2^0.2 times as high; what
   * is left of the long ones after 200 steps is 0.95^200, 4e-5.
   */
  @Test
  void theLowerBoundRisesForShorterGradients() {
    Travel shrinking = travelled(travelled(Travel.NONE, 30, 1), 200, 0.5);
    assertThat(shrinking.gradients().maxByMean()).isCloseTo(2, within(2e-4));
    double steady = lowerBound(after(start(), 230, 1));
    assertThat(lowerBound(after(after(start(), 30, 1), 200, 0.5)) / steady)
        .isCloseTo(Math.pow(2, 0.2), within(4e-5));
  }

  private static Rule start() {
    return LongHorizonRule.of(null, GradientAverage.NONE);
  }

  /** So many steps of 1 against a displacement of length 1, in directions of length 0.01. */
  private static Rule after(Rule rule, int steps, double gradientLength) {
    Rule travelled = rule;
    for (int i = 0; i < steps; i++) {
      travelled = travelled.after(products(gradientLength), 100);
    }
    return travelled;
  }

  private static Travel travelled(Travel travel, int steps, double gradientLength) {
    Travel travelled = travel;
    for (int i = 0; i < steps; i++) {
      travelled =
          travelled.after(
              products(gradientLength), 100, GradientAverage.NONE, LongHorizonRule.HORIZON);
    }
    return travelled;
  }

  private static DotProducts products(double gradientLength) {
    double[] sums = {-gradientLength, gradientLength * gradientLength, 1};
    return DotProducts.of(sums, 1e-4, 1);
  }

  private static double lowerBound(Rule rule) {
    return rule.limited(0, DotProducts.NONE);
  }
}
