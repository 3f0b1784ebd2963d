package dev.hypergradient.reference.tower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.reference.AdamConstants;
import dev.hypergradient.reference.AdamEpsilon;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdamLevelTest {
  private static final AdamConstants CONSTANTS = AdamConstants.customary(AdamEpsilon.DL4J);

  /** −0.0 is as good as 0.0. */
  private static final Offset<Double> NO_SIGN = within(0.0);

  /** As above every level in the first step: m = v = 0, so U = 0 and no derivative is 0/0. */
  @Test
  void zeroGradientsFromZeroStateMoveNothing() {
    AdamLevel level = AdamLevel.of(0.1, CONSTANTS, 0, "alpha", "beta1", "beta2", "log_eps");

    assertThat(level.next(new double[] {0})).containsExactly(0);
    assertThat(level.hypergradients(new double[] {1})).containsExactly(new double[4], NO_SIGN);
  }

  @Test
  void negativeSecondMomentIsRefused() {
    assertThatThrownBy(() -> AdamLevel.of(0.1, CONSTANTS, -1, "alpha"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("initialV must be at least 0, got -1.0");
  }
}
