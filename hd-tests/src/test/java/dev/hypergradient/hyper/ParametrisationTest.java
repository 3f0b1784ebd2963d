package dev.hypergradient.hyper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametrisationTest {

  /** The right-hand sides are the formulas of the papers' code, worked out by hand. */
  @ParameterizedTest
  @CsvSource({
    "IDENTITY, -0.5, -0.5",
    "SQUARE, 0.5, 0.25",
    "SQUARE, -0.5, 0.25",
    "TANH, 0, 0.5",
    "POWER_OF_TEN, -8, 1e-8",
  })
  void valueIsTheFormula(Parametrisation parametrisation, double raw, double value) {
    // Math.pow may be off by one unit in the last place, 2e-24 for 1e-8.
    assertThat(parametrisation.value(raw)).isCloseTo(value, within(1e-16 * Math.abs(value)));
  }

  /** tanh's own rounding of 1e-16 is all that may separate the two forms. */
  @ParameterizedTest
  @CsvSource({"-3", "-0.1", "0.7", "1.0986122886681098", "3.4533773893242765"})
  void logisticFormIsTheTanhFormula(double raw) {
    assertThat(Parametrisation.TANH.value(raw)).isCloseTo((Math.tanh(raw) + 1) / 2, within(2e-16));
  }

  /** Conditioning of the logarithms: a rounding of 1e-16 in the raw number, which is at most 40. */
  @ParameterizedTest
  @CsvSource({
    "IDENTITY, -3",
    "IDENTITY, 0",
    "SQUARE, 1e-4",
    "SQUARE, 2",
    "TANH, 1e-30",
    "TANH, 1e-3",
    "TANH, 0.5",
    "TANH, 0.9",
    "TANH, 0.9999999",
    "POWER_OF_TEN, 1e-8",
    "POWER_OF_TEN, 3"
  })
  void rawIsTheInverse(Parametrisation parametrisation, double value) {
    assertThat(parametrisation.value(parametrisation.raw(value)))
        .isCloseTo(value, within(4e-14 * Math.abs(value)));
  }

  /** Truncation δ² φ‴/6 is below 3e-11 for |φ‴| ≤ 13 (that of 10ˣ at 0), rounding 2e-11. */
  @ParameterizedTest
  @CsvSource({
    "IDENTITY, 0.3",
    "SQUARE, 0.3",
    "SQUARE, -2",
    "TANH, 0",
    "TANH, -2",
    "TANH, 3.45",
    "POWER_OF_TEN, -8",
    "POWER_OF_TEN, 0"
  })
  void derivativeIsTheFiniteDifference(Parametrisation parametrisation, double raw) {
    double delta = 3e-6;
    double above = parametrisation.value(raw + delta);
    double below = parametrisation.value(raw - delta);
    assertThat(parametrisation.derivative(raw))
        .isCloseTo((above - below) / (2 * delta), within(1e-10));
  }

  /** A wild step of the level above leaves numbers that formulas can divide by and square. */
  @Test
  void extremeRawNumbersGiveUsableValues() {
    assertThat(Parametrisation.TANH.value(1e9)).isEqualTo(Math.nextDown(1.0));
    assertThat(Parametrisation.TANH.derivative(1e9)).isPositive();
    assertThat(Parametrisation.TANH.value(-1e9)).isZero();
    assertThat(Parametrisation.POWER_OF_TEN.value(1e9)).isEqualTo(1e150);
    assertThat(Parametrisation.POWER_OF_TEN.value(-1e9)).isEqualTo(1e-150);
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, Infinity, 'IDENTITY value must be finite, got Infinity'",
    "SQUARE, 0, 'SQUARE value must be finite and greater than 0, got 0.0'",
    "TANH, 0, 'TANH value must be in (0, 1), got 0.0'",
    "TANH, 1, 'TANH value must be in (0, 1), got 1.0'",
    "TANH, NaN, 'TANH value must be in (0, 1), got NaN'",
    "POWER_OF_TEN, -1, 'POWER_OF_TEN value must be finite and greater than 0, got -1.0'",
  })
  void valuesWithoutRawNumberAreRefused(
      Parametrisation parametrisation, double value, String message) {
    assertThatThrownBy(() -> parametrisation.raw(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
