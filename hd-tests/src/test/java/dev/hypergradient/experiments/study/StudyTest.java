package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Three invented settings whose ratios are all exact. */
class StudyTest {
  private static final double DIVERGED = Double.POSITIVE_INFINITY;

  /** Regret 1, 2 and 4; accuracy one point less, the same, a half more. */
  private static final Study STUDY =
      new Study(
          List.of(
              setting(1, 2, 1, 0.49),
              setting(2, 1, 2, 0.5),
              // Where 0.3 is best, 0.1 diverges.
              setting(DIVERGED, 1, 4, 0.505)));

  @Test
  void oneRateHasTheSmallestMedianRegret() {
    // 0.1: regrets 1, 2, ∞; 0.3: regrets 2, 1, 1.
    assertThat(STUDY.oneRate(Family.SGD)).isEqualTo(0.3);
    assertThat(STUDY.scores(Entrant.ONE_RATE))
        .extracting(Score::regret)
        .containsExactly(2.0, 1.0, 1.0);
  }

  @Test
  void entrantsThatDidNotRunHaveNoScores() {
    assertThat(STUDY.scores(Entrant.ADDITIVE)).isEmpty();
    assertThat(STUDY.scores(Entrant.COSINE)).isEmpty();
    assertThat(STUDY.scores(Entrant.PARAMETER_FREE)).hasSize(3);
  }

  @Test
  void goalsTableCountsSettingsThatExceedWhatIsAsked() {
    assertThat(GoalsTable.of(STUDY).header())
        .containsExactly("", "at most", "parameter-free (3)", "best average (3)", "one rate (3)");
    // At the average losses are halves. There is neither a decaying rate nor the default rate.
    assertThat(GoalsTable.of(STUDY).rows())
        .containsExactly(
            List.of("loss / best constant, median", "0.9", "2.00 (3)", "0.50 (0)", "1.00 (3)"),
            List.of("loss / best constant, worst", "1.3", "4.00 (2)", "0.50 (0)", "2.00 (1)"),
            List.of("loss / best cosine, median", "1", "", "", ""),
            List.of("loss / best cosine, worst", "1.5", "", "", ""),
            List.of("points below the best cosine, worst", "1", "", "", ""),
            List.of("loss after a tenth, median", "1.1", "2.00 (2)", "", "1.00 (1)"),
            List.of("loss after a tenth, worst", "1.5", "4.00 (2)", "", "2.00 (1)"),
            List.of("loss / DL4J's default, not below", "0.1", "", "", ""),
            List.of("runs not finite, total", "0", "0 (0)", "0 (0)", "0 (0)"));
  }

  @Test
  void settingsTableHasARowAProblemAndBatchSize() {
    assertThat(SettingsTable.of(new Study(STUDY.settings().subList(0, 1))).header())
        .containsExactly("", "sgd", "/ cosine", "tenth", "points");
    assertThat(SettingsTable.of(new Study(STUDY.settings().subList(0, 1))).rows())
        .containsExactly(List.of("logreg-digits, 16", "1.00", "", "1.00", "-1.00"));
  }

  @Test
  void statistics() {
    double[] values = {4, DIVERGED, 1, 2};
    assertThat(Statistic.MEDIAN.of(values)).isEqualTo((2 + 4) / 2.0);
    assertThat(Statistic.MEDIAN.of(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Statistic.WORST.of(values)).isEqualTo(DIVERGED);
    assertThat(Statistic.NOT_BELOW.of(new double[] {0.5, 1, 2, DIVERGED})).isEqualTo(3 / 4.0);
    assertThat(Statistic.TOTAL.of(new double[] {1, 2})).isEqualTo(3);
    assertThat(Statistic.MEDIAN.of(new double[0])).isNaN();
  }

  @Test
  void ratiosAreShort() {
    assertThat(List.of(1.25, -0.25, 194.4, 12345.0).stream().map(Ratios::format))
        .containsExactly("1.25", "-0.25", "194", "1.2e+04");
    assertThat(Ratios.format(DIVERGED)).isEqualTo("∞");
    assertThat(Ratios.format(Double.NaN)).isEmpty();
  }

  @Test
  void studiesNeedASetting() {
    assertThatThrownBy(() -> new Study(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a study needs at least 1 setting, got none");
  }

  /** Constant rates have an accuracy of 0.5, and twice the final loss after a tenth. */
  private static SettingResults setting(
      double lossAtSmallRate, double lossAtLargeRate, double loss, double accuracy) {
    return new SettingResults(
        Runs.SETTING,
        List.of(
            Runs.result(StudyMethod.CONSTANT, 0.1, 1, lossAtSmallRate),
            Runs.result(StudyMethod.CONSTANT, 0.3, 1, lossAtLargeRate),
            Runs.result(StudyMethod.PARAMETER_FREE, 0, 1, loss, 2 * loss, accuracy)));
  }
}
