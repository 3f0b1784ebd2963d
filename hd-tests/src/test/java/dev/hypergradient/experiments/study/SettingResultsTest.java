package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All expected numbers are exact in binary arithmetic. */
class SettingResultsTest {
  private static final double DIVERGED = Double.POSITIVE_INFINITY;

  @Test
  void bestConstantRateHasTheSmallestMedianOfThoseWithAllSeeds() {
    SettingResults results =
        of(
            // Best with the first seed, but 0.5, 4, 8: median 4.
            Runs.result(StudyMethod.CONSTANT, 0.1, 1, 0.5),
            Runs.result(StudyMethod.CONSTANT, 0.1, 2, 4),
            Runs.result(StudyMethod.CONSTANT, 0.1, 3, 8),
            // Median 2.
            Runs.result(StudyMethod.CONSTANT, 0.3, 1, 2),
            Runs.result(StudyMethod.CONSTANT, 0.3, 2, 1),
            Runs.result(StudyMethod.CONSTANT, 0.3, 3, DIVERGED),
            // Less, but one seed only.
            Runs.result(StudyMethod.CONSTANT, 1, 1, 1));

    assertThat(results.bestRate()).isEqualTo(0.3);
    assertThat(results.loss(StudyMethod.CONSTANT, 0.3)).isEqualTo(2);
    assertThat(results.regret(StudyMethod.CONSTANT, 0.1)).isEqualTo(4 / 2.0);
    assertThat(results.rates(StudyMethod.CONSTANT)).containsExactly(0.1, 0.3, 1.0);
  }

  @Test
  void scoresAreRelativeToTheBestConstantRate() {
    SettingResults results =
        of(
            // The best in the end is not the best after a tenth.
            Runs.result(StudyMethod.CONSTANT, 0.1, 1, 0.5, 4, 0.75),
            Runs.result(StudyMethod.CONSTANT, 0.3, 1, 1, 2, 0.875),
            Runs.result(StudyMethod.CONSTANT, 1e-3, 1, 4, 4, 0.5),
            Runs.result(StudyMethod.COSINE, 0.3, 1, 0.25, 2, 0.875),
            Runs.result(StudyMethod.PARAMETER_FREE, 0, 1, 0.75, 3, 0.625),
            Runs.result(StudyMethod.PARAMETER_FREE, 0, 2, 0.25, 1, 0.5),
            Runs.result(StudyMethod.ADDITIVE, 1e-3, 1, DIVERGED, DIVERGED, 0));

    // (0.75 + 0.25)/2 = 0.5 relative to 0.5, to 0.25 and to 4 at the default of 0.001; (3 + 1)/2 /
    // 4;
    // 100 · ((0.625 + 0.5)/2 − 0.75). Digits have few test images.
    assertThat(results.parameterFree())
        .isEqualTo(new Score(1, 2, 0.125, 0.5, -18.75, Double.NaN, 0));
    assertThat(results.score(StudyMethod.ADDITIVE, 1e-3))
        .isEqualTo(new Score(DIVERGED, DIVERGED, DIVERGED, DIVERGED, -75, Double.NaN, 1));
    assertThat(results.score(StudyMethod.ADDITIVE, 1).regret()).isNaN();
    // Half of each loss at the average: the best is 0.25.
    assertThat(results.averaged().regret()).isEqualTo(0.5);
    assertThat(results.averaged().tenth()).isNaN();
  }

  @Test
  void lossesBelowAThousandthOfTheFirstCountAsThat() {
    SettingResults results =
        of(
            Runs.result(StudyMethod.CONSTANT, 0.1, 1, 1),
            Runs.result(StudyMethod.PARAMETER_FREE, 0, 1, 1e-9));

    assertThat(results.parameterFree().regret()).isEqualTo(Runs.INITIAL_LOSS * 1e-3);
  }

  @Test
  void pointsBelowTheBestCosineNeedManyTestExamples() {
    Setting mnist = new Setting(Problem.LOGREG_MNIST, Family.SGD, 16);
    SettingResults results =
        new SettingResults(
            mnist,
            List.of(
                Runs.result(StudyMethod.CONSTANT, 0.1, 1, 0.5),
                Runs.result(StudyMethod.COSINE, 0.1, 1, 0.5, 1, 0.75),
                Runs.result(StudyMethod.PARAMETER_FREE, 0, 1, 0.5, 1, 0.625)));

    assertThat(results.parameterFree().accuracyLost()).isEqualTo(12.5);
  }

  @Test
  void countsRunsThatWereNotFinite() {
    SettingResults results =
        of(
            Runs.result(StudyMethod.CONSTANT, 0.1, 1, 0.5),
            Runs.result(StudyMethod.CONSTANT, 10, 1, DIVERGED),
            Runs.result(StudyMethod.PARAMETER_FREE, 0, 1, 0.5),
            Runs.result(StudyMethod.PARAMETER_FREE, 0, 2, DIVERGED));

    assertThat(results.parameterFree().nonFinite()).isEqualTo(1);
    assertThat(results.score(StudyMethod.CONSTANT, 0.1).nonFinite()).isZero();
    assertThat(results.count()).isEqualTo(4);
    // Half a second each.
    assertThat(results.seconds()).isEqualTo(2, within(0.0));
  }

  @Test
  void needsAConstantRate() {
    assertThatThrownBy(() -> of(Runs.result(StudyMethod.PARAMETER_FREE, 0, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("logreg-digits, batches of 16, sgd has no constant rate");
  }

  private static SettingResults of(StudyResult... results) {
    return new SettingResults(Runs.SETTING, new ArrayList<>(List.of(results)));
  }
}
