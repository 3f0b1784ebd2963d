package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.training.TrainingRow;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void keepsFiniteValuesWithTheirIterations() {
    Curve curve = Curve.of(Records.twoSteps("x"), TrainingRow::validLossEpoch);

    assertThat(curve.iterations()).containsExactly(0, 3);
    assertThat(curve.values()).containsExactly(2.25, 1.5);
  }

  @Test
  void smoothingTakesMeansOfWindowsThatShrinkAtTheEnds() {
    Curve curve = new Curve(new double[] {0, 1, 2, 3, 4}, new double[] {10, 1, 4, 7, 3});

    // Ends keep their values; (10+1+4)/3, (10+1+4+7+3)/5, (4+7+3)/3: sums of small integers are
    // exact.
    assertThat(curve.smoothed(2).values()).containsExactly(10, 5, 5, 14 / 3.0, 3);
    assertThat(curve.smoothed(0).values()).isEqualTo(curve.values());
  }
}
