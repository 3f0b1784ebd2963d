package dev.hypergradient.examples.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.AdamHd;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.LevelValues;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Makes Adam, alone or with levels above it, of which the second moments start from one value.
 *
 * <p>At step t the authors' 1e-8 adds about 1e-8/(1 − β₂ᵗ) to a squared gradient, (3e-3)² at first:
 * much, where gradients are small. So with 0, DL4J's start, other learning rates are learned from
 * the first steps on.
 *
 * @param secondMoment v₀, finite and not negative, which the updaters check
 */
record AdamTowers(double secondMoment) {
  private static final double RATE = 0.001;

  /** Adam that learns nothing. */
  Tower alone(String name) {
    return new Tower(
        name,
        plain(
            RATE,
            Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY,
            Adam.DEFAULT_ADAM_BETA2_VAR_DECAY,
            Adam.DEFAULT_ADAM_EPSILON));
  }

  /** Adam that learns some of its hyperparameters. */
  Tower under(HyperOptimizer above, String name, Hyperparameter... learned) {
    return new Tower(
        name,
        AdamHd.builder()
            .learningRate(RATE)
            .initialSecondMoment(secondMoment)
            .learn(learned)
            .hyperOptimizer(above)
            .build(),
        this::plain);
  }

  private IUpdater plain(LevelValues learned) {
    return plain(
        // None can be made with a negative rate; with 0 it is as far from learning.
        Math.max(0, learned.getValue(LEARNING_RATE)),
        learned.getValue(BETA1),
        learned.getValue(BETA2),
        learned.getValue(EPSILON));
  }

  /** DL4J's own, which starts from 0, or where it may not, ours that learns nothing. */
  private IUpdater plain(double learningRate, double beta1, double beta2, double epsilon) {
    if (secondMoment == 0) {
      return new Adam(learningRate, beta1, beta2, epsilon);
    }
    return AdamHd.builder()
        .learningRate(learningRate)
        .beta1(beta1)
        .beta2(beta2)
        .epsilon(epsilon)
        .initialSecondMoment(secondMoment)
        .hyperLearningRate(0)
        .build();
  }
}
