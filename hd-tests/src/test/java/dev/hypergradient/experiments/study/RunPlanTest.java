package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunPlanTest {
  private static final RunPlan PLAN = new RunPlan(Runs.SETTING, List.of(4L, 5L, 6L), 20);

  @Test
  void firstSeedHasAllRuns() {
    // The parameter-free rule, the additive rule, 9 constant rates, and the same with a decay.
    assertThat(PLAN.first()).hasSize(1 + 1 + 9 + 9).doesNotHaveDuplicates();
    assertThat(PLAN.first()).extracting(StudyRun::seed).containsOnly(4L);
  }

  @Test
  void furtherSeedsHaveTheBestRateAndItsNeighbours() {
    List<StudyResult> first =
        List.of(
            Runs.result(StudyMethod.CONSTANT, 0.01, 4, 0.5),
            Runs.result(StudyMethod.CONSTANT, 0.03, 4, 0.25),
            Runs.result(StudyMethod.CONSTANT, 10, 4, Double.POSITIVE_INFINITY),
            Runs.result(StudyMethod.COSINE, 0.3, 4, 0.25));

    List<StudyRun> further = PLAN.further(first);

    List<StudyRun> ofOneSeed =
        List.of(
            Runs.run(StudyMethod.PARAMETER_FREE, 0, 5),
            Runs.run(StudyMethod.ADDITIVE, 1e-3, 5),
            Runs.run(StudyMethod.CONSTANT, 0.01, 5),
            Runs.run(StudyMethod.CONSTANT, 0.03, 5),
            Runs.run(StudyMethod.CONSTANT, 0.1, 5),
            Runs.run(StudyMethod.COSINE, 0.1, 5),
            Runs.run(StudyMethod.COSINE, 0.3, 5),
            Runs.run(StudyMethod.COSINE, 1, 5));
    assertThat(further)
        .containsExactlyElementsOf(
            Stream.concat(
                    ofOneSeed.stream(),
                    ofOneSeed.stream().map(run -> Runs.run(run.method(), run.rate(), 6)))
                .toList());
  }

  @Test
  void bestRatesAtTheEndsOfTheGridHaveOneNeighbour() {
    List<StudyResult> first = List.of(Runs.result(StudyMethod.CONSTANT, 10, 4, 0.5));

    assertThat(PLAN.further(first))
        .filteredOn(run -> run.method() == StudyMethod.CONSTANT && run.seed() == 5)
        .extracting(StudyRun::rate)
        .containsExactly(3.0, 10.0);
  }

  @Test
  void gridsHaveNineRatesHalfADecadeApart() {
    assertThat(Family.SGD.rates())
        .containsExactly(1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0, 10.0);
    assertThat(Family.NESTEROVS.rates()).startsWith(1e-4).endsWith(1.0).hasSize(9);
    assertThat(Family.ADAM.rates()).startsWith(1e-5).endsWith(1e-1).hasSize(9);
    for (Family family : Family.values()) {
      assertThat(family.rates()).contains(family.defaultRate());
    }
  }

  @Test
  void stepsFallWithTheRootOfTheBatchSize() {
    // 8000 / √n, rounded: 2000, 1414.2, 707.1, 353.6, 250.
    assertThat(Stream.of(16, 32, 128, 512, 1024).map(n -> Problem.MLP_MNIST.steps(n, 1)))
        .containsExactly(2000, 1414, 707, 354, 250);
    // A fifteenth of 1414.2 is 94.3.
    assertThat(Problem.VGG_CIFAR10.steps(32, 1)).isEqualTo(94);
    // An epoch of 60,000 images, or three, of whole batches.
    assertThat(Stream.of(32, 128, 512).map(n -> Problem.WHOLE_MNIST.steps(n, 1)))
        .containsExactly(1875, 3 * 468, 3 * 117);
    assertThat(Problem.MLP_MNIST.steps(16, 0.05)).isEqualTo(100);
    assertThat(Problem.MLP_MNIST.steps(16, 1e-9)).isEqualTo(1);
  }

  @Test
  void plansNeedASeed() {
    assertThatThrownBy(() -> new RunPlan(Runs.SETTING, List.of(), 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("seeds must be at least 1, got none");
  }
}
