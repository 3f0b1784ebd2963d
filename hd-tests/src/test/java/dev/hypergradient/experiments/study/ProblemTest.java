package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.experiments.study.task.Task;
import dev.hypergradient.experiments.study.task.Trainee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class ProblemTest {
  /** All whose data are embedded or generated. */
  static Stream<Problem> problems() {
    return Arrays.stream(Problem.values()).filter(problem -> problem.dataset().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemIsTrained(Problem problem) throws IOException {
    Task task =
        problem.task(new DataDirectories(Optional.empty(), Path.of("unused"))).orElseThrow();
    Trainee trainee = task.create(new Adam(), 1);
    INDArray before = trainee.network().params().dup();

    trainee.fit(IntStream.range(0, task.count()).toArray(), 0, problem.batchSizes().get(0));

    assertThat(trainee.network().params()).isNotEqualTo(before);
    assertThat(trainee.trainingLoss()).isPositive().isFinite();
    double accuracy = trainee.testAccuracy();
    assertThat(Double.isNaN(accuracy) || (accuracy >= 0 && accuracy <= 1)).isTrue();
  }
}
