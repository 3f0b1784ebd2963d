package dev.hypergradient.experiments.towers;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.BETA2;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;

import dev.hypergradient.AdamHd;
import dev.hypergradient.hyper.LevelValues;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Makes Adam that learns nothing, of which the second moments start from v₀.
 *
 * <p>At step t the authors' v₀ of 1e-8 adds about 1e-8/(1 − β₂ᵗ) to a squared gradient, (3e-3)² at
 * first: much, where gradients are small. So with 0, DL4J's start, other learning rates are learned
 * from the first steps on.
 *
 * @param secondMoment v₀, finite and not negative, which the updaters check
 */
public record PlainAdam(double secondMoment) {
  /** Adam with its usual β₁, β₂ and ε. */
  public IUpdater updater(double learningRate) {
    return updater(
        learningRate,
        Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY,
        Adam.DEFAULT_ADAM_BETA2_VAR_DECAY,
        Adam.DEFAULT_ADAM_EPSILON);
  }

  /** Adam with what the lowest level of a tower has learned. */
  public IUpdater updater(LevelValues learned) {
    return updater(
        // Adam refuses a negative rate; with 0 it is as far from learning.
        Math.max(0, learned.getValue(LEARNING_RATE)),
        learned.getValue(BETA1),
        learned.getValue(BETA2),
        learned.getValue(EPSILON));
  }

  /** DL4J's own Adam, which starts from 0; for another start, AdamHd with β = 0. */
  private IUpdater updater(double learningRate, double beta1, double beta2, double epsilon) {
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
