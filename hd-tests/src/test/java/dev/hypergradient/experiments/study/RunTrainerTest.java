package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.experiments.study.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunTrainerTest {
  private static final DataDirectories NONE =
      new DataDirectories(Optional.empty(), Path.of("unused"));
  private static Task digits;

  @BeforeAll
  static void load() throws IOException {
    digits = Problem.LOGREG_DIGITS.task(NONE).orElseThrow();
  }

  @Test
  void learnsWithoutANumber() {
    StudyResult result = RunTrainer.train(Runs.run(StudyMethod.PARAMETER_FREE, 0, 1), digits);

    // Twenty steps reach 1.10; guessing has a loss of ln 10 = 2.3 and is right for 10 %.
    assertThat(result.loss()).isLessThan(1.3);
    assertThat(result.tenthLoss()).isGreaterThan(result.loss());
    assertThat(result.accuracy()).isGreaterThan(0.5);
    assertThat(result.finite()).isTrue();
    // The first step moves nothing, and the second does.
    assertThat(result.minRate()).isZero();
    assertThat(result.maxRate()).isGreaterThanOrEqualTo(result.finalRate());
    assertThat(result.rates().get(0)).isEqualTo(new RatePoint(1, 0));
    assertThat(result.rates().get(result.rates().size() - 1))
        .isEqualTo(new RatePoint(20, result.finalRate()));
  }

  @Test
  void equalRunsAreEqualAndOtherSeedsAreNot() {
    double loss = loss(Runs.run(StudyMethod.CONSTANT, 0.1, 1));

    assertThat(loss(Runs.run(StudyMethod.CONSTANT, 0.1, 1))).isEqualTo(loss);
    assertThat(loss(Runs.run(StudyMethod.CONSTANT, 0.1, 2))).isNotEqualTo(loss);
  }

  @Test
  void divergedRunsHaveAnInfiniteLoss() {
    // Updates of single precision overflow.
    StudyResult result = RunTrainer.train(Runs.run(StudyMethod.CONSTANT, 1e38, 1), digits);

    assertThat(result.loss()).isInfinite();
    assertThat(result.finite()).isFalse();
    assertThat(result.accuracy()).isZero();
    assertThat(result.rates()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyMethodLearns(StudyMethod method) {
    Setting adam = new Setting(Problem.IRIS, Family.ADAM, 16);
    StudyResult result =
        RunTrainer.train(new StudyRun(adam, method, 0.01, 1, 40), task(Problem.IRIS));

    assertThat(result.loss()).isLessThan(result.tenthLoss());
    assertThat(result.finite()).isTrue();
    assertThat(Double.isNaN(result.averagedLoss())).isEqualTo(method != StudyMethod.CONSTANT);
  }

  @Test
  void recurrentNetworkLearns() {
    Setting setting = new Setting(Problem.RNN_DIGITS, Family.ADAM, 128);
    StudyResult result =
        RunTrainer.train(new StudyRun(setting, StudyMethod.CONSTANT, 0.01, 1, 40), digits);

    // Four passes over the digits.
    assertThat(result.accuracy()).isGreaterThan(0.5);
  }

  @Test
  void parameterFreeRuleIsTheSameForSgdAndNesterovs() {
    Setting nesterovs = new Setting(Problem.LOGREG_DIGITS, Family.NESTEROVS, 16);
    StudyRun run = Runs.run(StudyMethod.PARAMETER_FREE, 0, 1);
    StudyRun other = new StudyRun(nesterovs, run.method(), run.rate(), run.seed(), run.steps());

    assertThat(loss(other)).isCloseTo(loss(run), withinPercentage(1e-3));
  }

  private static double loss(StudyRun run) {
    return RunTrainer.train(run, digits).loss();
  }

  private static Task task(Problem problem) {
    try {
      return problem.task(NONE).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
