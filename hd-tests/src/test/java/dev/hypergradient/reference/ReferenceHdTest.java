package dev.hypergradient.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReferenceHdTest {
  private static final ReferenceRule RULE = ReferenceRule.additive(0.1);

  @Test
  void lengthsMustAgree() {
    ReferenceHd updater = new ReferenceSgdHd(0.1, RULE, 0);
    assertThatThrownBy(() -> updater.step(new double[3], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gradient must have 3 elements, got 2");

    updater.step(new double[3], new double[3]);
    assertThatThrownBy(() -> updater.step(new double[2], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vectors must be equally long, got 2 and 3");
  }

  @Test
  void constantsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new ReferenceSgdHd(0.1, RULE, -0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weightDecay must be at least 0, got -0.5");
    assertThatThrownBy(() -> new AdamConstants(0.9, 1, 1e-8, AdamEpsilon.DL4J))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("beta2 must be in [0, 1), got 1.0");
    assertThatThrownBy(() -> new AdamConstants(0.9, 0.999, 0, AdamEpsilon.DL4J))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("epsilon must be above 0, got 0.0");
  }
}
