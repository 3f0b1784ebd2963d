package dev.hypergradient.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.training.Trainer;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.experiments.published.AuthorsStart;
import dev.hypergradient.experiments.published.PublishedRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Repeats the logistic regressions of A. G. Baydin et al., "Online Learning Rate Adaptation with
 * Hypergradient Descent", ICLR 2018, arXiv:1703.04782, from the authors' initial weights and with
 * their batches. The expected values are those of the authors' logs, 4,691 rows for each method.
 */
class PublishedLogisticRegressionTest {
  private static final double L2 = 1e-4;
  private static final int BATCH_SIZE = 128;

  private static final int EPOCHS = 10;
  private static final int PARAMETERS = 10 * 784 + 10;

  /** The authors' default. */
  private static final long SEED = 1;

  private static Dataset mnist;

  @ParameterizedTest
  @EnumSource
  void followsThePublishedRun(PublishedMethod method) throws IOException {
    Path directory = DirectoryProperty.require("hd.published");
    TrainingRecord expected =
        new PublishedRuns(directory, "logreg").find(method.updaterName(), EPOCHS).orElseThrow();
    TrainingRecord actual = train(method);
    Map<Column, Double> deviations = new EnumMap<>(Column.class);
    for (Column column : method.columns()) {
      assertThat(column.of(actual)).as("values of %s", column).hasSameSizeAs(column.of(expected));
      deviations.put(column, column.deviation(actual, expected));
    }
    System.out.println(method + ", largest deviations / range: " + text(deviations));

    assertThat(deviations)
        .allSatisfy((column, value) -> assertThat(value).isLessThan(method.tolerance()));
  }

  private static TrainingRecord train(PublishedMethod method) throws IOException {
    if (mnist == null) {
      mnist = Mnist.load();
    }
    return Trainer.train(
        new TrainingPlan(
            new AuthorsStart(LogisticRegressionExample::network),
            mnist,
            method.updater(),
            L2,
            EPOCHS,
            BATCH_SIZE,
            AuthorsStart.order(PARAMETERS),
            SEED));
  }

  private static String text(Map<Column, Double> deviations) {
    return deviations.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.1e", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
