package dev.hypergradient.experiments.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.AdamHd;
import dev.hypergradient.hyper.LevelValues;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

class PlainAdamTest {
  private static final PlainAdam DL4J = new PlainAdam(0);
  private static final PlainAdam AUTHORS = new PlainAdam(1e-8);

  @Test
  void fromZeroDl4jsOwnAdamDoesWithoutLearning() {
    assertThat(DL4J.updater(0.001)).isEqualTo(new Adam(0.001, 0.9, 0.999, 1e-8));
    assertThat(plain(DL4J, 0.25)).isEqualTo(new Adam(0.25, 0.5, 0.75, 1e-6));
  }

  @Test
  void fromElsewhereOursDoesWithTheSameStart() {
    assertThat(plain(AUTHORS, 0.25))
        .isEqualTo(
            AdamHd.builder()
                .learningRate(0.25)
                .beta1(0.5)
                .beta2(0.75)
                .epsilon(1e-6)
                .initialSecondMoment(1e-8)
                .hyperLearningRate(0)
                .build());
  }

  @Test
  void bothAreOne() throws IOException {
    // The smallest number above 0 makes it ours, and vanishes in float. Losses around 2 after five
    // steps in float agree to some 1e-6.
    assertThat(finalLoss(new PlainAdam(Double.MIN_VALUE))).isEqualTo(finalLoss(DL4J), within(1e-5));
  }

  @Test
  void theStartMatters() throws IOException {
    // A hundred times the tolerance of bothAreOne.
    assertThat(Math.abs(finalLoss(AUTHORS) - finalLoss(DL4J))).isGreaterThan(1e-3);
  }

  @Test
  void negativeRatesCountAsZero() {
    assertThat(plain(DL4J, -0.25)).isEqualTo(new Adam(0, 0.5, 0.75, 1e-6));
    assertThat(plain(AUTHORS, -0.25)).isEqualTo(plain(AUTHORS, 0));
  }

  /** The updater after a tower that has learned these values. */
  private static IUpdater plain(PlainAdam adam, double learningRate) {
    LevelValues learned =
        new LevelValues(
            "AdamHd",
            Map.of(
                LEARNING_RATE, List.of(learningRate),
                BETA1, List.of(0.5),
                BETA2, List.of(0.75),
                EPSILON, List.of(1e-6)),
            Set.of(LEARNING_RATE));
    return adam.updater(learned);
  }

  private static double finalLoss(PlainAdam adam) throws IOException {
    return Settings.fiveSteps().train("", adam.updater(0.001)).testLoss();
  }
}
