package dev.hypergradient.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignedLogTest {
  private static final SignedLog TENTHS = new SignedLog(-1);

  @Test
  void isLinearWithinTheUnitAndLogarithmicBeyond() {
    // Units of 0.1: 0.05 is half a one; 10 is 10² of them, two decades above 1. Rounding only.
    assertThat(TENTHS.applyAsDouble(0)).isZero();
    assertThat(TENTHS.applyAsDouble(0.05)).isEqualTo(0.5, within(1e-15));
    assertThat(TENTHS.applyAsDouble(-0.1)).isEqualTo(-1, within(1e-15));
    assertThat(TENTHS.applyAsDouble(10)).isEqualTo(3, within(1e-15));
    assertThat(TENTHS.applyAsDouble(-10)).isEqualTo(-3, within(1e-15));
  }

  @Test
  void labelsArePowersOfTen() {
    assertThat(TENTHS.label(0)).isEqualTo("0");
    assertThat(TENTHS.label(1)).isEqualTo("1e-1");
    assertThat(TENTHS.label(3)).isEqualTo("1e1");
    assertThat(TENTHS.label(-2)).isEqualTo("-1e0");
    assertThat(TENTHS.label(0.5)).isEmpty();
  }

  @Test
  void unitIsBelowTheMedianMagnitude() {
    assertThat(SignedLog.of(new double[] {-3, 0, 5e-9, 0.2, -40, 0})).isEqualTo(new SignedLog(0));
    assertThat(SignedLog.of(new double[] {0})).isEqualTo(new SignedLog(0));
  }
}
