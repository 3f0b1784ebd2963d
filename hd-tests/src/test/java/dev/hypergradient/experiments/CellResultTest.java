package dev.hypergradient.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.training.UpdaterName;
import org.junit.jupiter.api.Test;

/** See {@link Cells#result} for the expected numbers. */
class CellResultTest {
  private static final CellResult RESULT =
      Cells.result(Cells.cell(UpdaterName.SGD_HD, 0.1, 1e-3), 0.625);

  @Test
  void countsStepsToTheThreshold() {
    assertThat(RESULT.stepsTo(0.6)).hasValue(1);
    assertThat(RESULT.stepsTo(0.5)).hasValue(1);
    assertThat(RESULT.stepsTo(0.29)).hasValue(2);
    // The loss before training is of no step.
    assertThat(RESULT.stepsTo(2)).hasValue(1);
    assertThat(RESULT.stepsTo(0.1)).isEmpty();
  }

  @Test
  void tellsTheRangeOfRates() {
    assertThat(RESULT.finalRate()).isEqualTo(-0.0625);
    assertThat(RESULT.minRate()).isEqualTo(-0.0625);
    assertThat(RESULT.maxRate()).isEqualTo(0.125);
    assertThat(RESULT.seconds()).isEqualTo(1.5);
  }

  @Test
  void divergedRunsHaveNoFiniteLoss() {
    assertThat(RESULT.diverged()).isFalse();
    assertThat(Cells.result(RESULT.cell(), Double.NaN).diverged()).isTrue();
    assertThat(Cells.result(RESULT.cell(), Double.POSITIVE_INFINITY).diverged()).isTrue();
  }
}
