package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.TrainingRow;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void keepsFiniteValuesWithTheirIterations() {
    Curve curve = Curve.of(Records.twoSteps("x"), TrainingRow::validLossEpoch);

    assertThat(curve.places()).containsExactly(0, 3);
    assertThat(curve.values()).containsExactly(2.25, 1.5);
  }

  @Test
  void liveValuesHaveTheIterationsOfTheirRows() {
    Curve curve = Curve.live(Records.learning("x"), LiveValues::cosine);

    // NaN before the second step.
    assertThat(curve.places()).containsExactly(3);
    assertThat(curve.values()).containsExactly(-0.25);
    assertThat(Curve.live(Records.twoSteps("x"), LiveValues::cosine).isEmpty()).isTrue();
  }

  @Test
  void smoothingTakesMeansOfWindowsThatGrowAtTheStart() {
    Curve curve = new Curve(new double[] {0, 1, 2, 3, 4}, new double[] {10, 1, 4, 7, 3});

    // The first value; (10+1+4)/3; (10+1+4+7+3)/5; (1+4+7+3)/4; (4+7+3)/3: sums of small integers
    // are exact.
    assertThat(curve.smoothed(2).values()).containsExactly(10, 5, 5, 3.75, 14 / 3.0);
    assertThat(curve.smoothed(0).values()).isEqualTo(curve.values());
  }

  @Test
  void mapsValuesOnly() {
    Curve curve = new Curve(new double[] {0, 2}, new double[] {1, -3}).map(x -> 2 * x);

    assertThat(curve.places()).containsExactly(0, 2);
    assertThat(curve.values()).containsExactly(2, -6);
  }
}
