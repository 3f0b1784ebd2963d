package dev.hypergradient.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Repeats the logistic regressions of A. G. Baydin et al., "Online Learning Rate Adaptation with
 * Hypergradient Descent", ICLR 2018, arXiv:1703.04782, from the authors' initial weights and with
 * their batches. The expected values are those of the authors' logs, 4,691 rows for each method.
 */
class PublishedLogisticRegressionTest {
  private static Map<PublishedMethod, TrainingLog> logs;

  private Path directory;

  /** Before the first test, but not before all: a skipped class would not tell why. */
  @BeforeEach
  void trainOnce() throws IOException {
    directory = DirectoryProperty.require("hd.published");
    if (logs == null) {
      Dataset mnist = Mnist.load();
      logs = SideBySideTraining.train(PublishedStart.read(directory), mnist);
    }
  }

  @ParameterizedTest
  @EnumSource
  void followsThePublishedRun(PublishedMethod method) throws IOException {
    TrainingLog expected = TrainingLog.read(directory.resolve("logreg-" + method + ".csv.gz"));
    TrainingLog actual = logs.get(method);
    Map<Column, Double> deviations = new EnumMap<>(Column.class);
    for (Column column : method.columns()) {
      assertThat(actual.size(column)).as("values of %s", column).isEqualTo(expected.size(column));
      deviations.put(column, actual.deviation(column, expected));
    }
    System.out.println(method + ", largest deviations / range: " + text(deviations));

    assertThat(deviations)
        .allSatisfy((column, value) -> assertThat(value).isLessThan(method.tolerance()));
  }

  private static String text(Map<Column, Double> deviations) {
    return deviations.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.1e", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
