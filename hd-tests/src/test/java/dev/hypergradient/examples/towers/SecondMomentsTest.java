package dev.hypergradient.examples.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.AdamHd;
import dev.hypergradient.hyper.HyperSgd;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

class SecondMomentsTest {
  private static final double RATE = 0.001;

  @Test
  void adamAndAdamHdStartAlike() throws IOException {
    double adam = finalLoss(1e-8, new Adam(RATE));

    // Equal in exact arithmetic: nothing is learned with a hyper learning rate of 0. Losses around
    // 2 after five steps in float agree to some 1e-6.
    assertThat(finalLoss(1e-8, new AdamHd(RATE, 0))).isEqualTo(adam, within(1e-5));
    assertThat(finalLoss(1e-8, learningNothing())).isEqualTo(adam, within(1e-5));
  }

  @Test
  void theStartMatters() throws IOException {
    // A hundred times the tolerance above.
    assertThat(Math.abs(finalLoss(1e-8, new Adam(RATE)) - finalLoss(0, new Adam(RATE))))
        .isGreaterThan(1e-3);
  }

  @Test
  void otherUpdatersAreLeftAlone() throws IOException {
    assertThat(finalLoss(1e-8, new Sgd(RATE))).isEqualTo(finalLoss(0, new Sgd(RATE)));
  }

  /** Its state has vectors behind the second moments. */
  private static IUpdater learningNothing() {
    return AdamHd.builder()
        .learningRate(RATE)
        .learn(LEARNING_RATE, BETA1, BETA2, EPSILON)
        .hyperOptimizer(new HyperSgd(0))
        .build();
  }

  private static double finalLoss(double secondMoment, IUpdater updater) throws IOException {
    return Settings.fiveSteps(secondMoment).train("", updater).testLoss();
  }
}
