package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineDecayTest {
  @Test
  void decaysFromTheRateToZero() {
    CosineDecay decay = new CosineDecay(0.5, 100);

    assertThat(decay.valueAt(0, 0)).isEqualTo(0.5);
    // cos(π/3) = 1/2 and cos(π/2) = 0 but for rounding, whatever the epoch.
    assertThat(decay.valueAt(50, 7)).isCloseTo(0.25, within(1e-15));
    assertThat(new CosineDecay(1, 3).valueAt(1, 0)).isCloseTo(0.75, within(1e-15));
    assertThat(decay.valueAt(100, 0)).isZero();
  }
}
