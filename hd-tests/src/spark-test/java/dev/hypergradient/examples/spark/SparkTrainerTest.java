package dev.hypergradient.examples.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.fixtures.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkTrainerTest {

  private static final int WORKERS = 3;

  private final PrintStream err = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void captureTheLog() {
    System.setErr(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void releaseTheLog() {
    System.setErr(err);
  }

  /** The images of 1,442 fill 45 batches, which suffice for two times three averagings. */
  @Test
  void everyAveragingHandsItsRateOn() throws IOException {
    List<Integer> epochs = new ArrayList<>();
    try (JavaSparkContext context = LocalSpark.start(WORKERS)) {
      SparkTrainer trainer = new SparkTrainer(context, plan(WORKERS, 5));
      trainer.train(epochs::add);

      List<RateAveraging> lineage = trainer.lineage();
      assertThat(epochs).containsExactly(1, 2);
      assertThat(lineage).hasSize(6).allSatisfy(a -> assertThat(a.learned()).hasSize(WORKERS));
      double rate = 0;
      for (RateAveraging averaging : lineage) {
        assertSame(averaging.inherited(), rate);
        rate = averaging.mean();
        assertThat(averaging.learned()).doesNotHaveDuplicates().doesNotContain(rate);
      }
      assertSame(trainer.learningRate(), rate);
      assertThat(rate).isNotZero();
      assertThat(log.toString(UTF_8).lines().filter(line -> line.contains("averaging")))
          .containsExactlyElementsOf(linesOfTheLog(lineage));
    }
  }

  private static List<String> linesOfTheLog(List<RateAveraging> lineage) {
    return IntStream.range(0, lineage.size())
        .mapToObj(i -> "INFO SparkTrainer - averaging " + (i + 1) + ": " + lineage.get(i))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 'workers must be at least 1, got 0'",
    "2, 0, 'frequency must be at least 1, got 0'"
  })
  void wrongPlansAreRejected(int workers, int frequency, String message) {
    assertThatThrownBy(() -> plan(workers, frequency))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** DL4J averages in single precision, which rounds to 6e-8 at each of three additions. */
  private static void assertSame(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(100 * 3e-7));
  }

  private static AveragingPlan plan(int workers, int frequency) throws IOException {
    TrainingPlan training =
        new TrainingPlan(
            LogisticRegressionExample::network,
            DatasetName.DIGITS.load(DataDirectories.of(Optional.empty())),
            UpdaterName.ADAM_HD.with(0, 1e-4, 0),
            0,
            2,
            32,
            1);
    return new AveragingPlan(training, workers, frequency, true);
  }
}
