package dev.hypergradient.examples.model;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What every layer of a network has in common.
 *
 * @param updater trains weights and biases
 * @param l2 coefficient of the parameters, biases included, in the gradient; at least 0
 * @param seed of initial weights and dropout
 */
public record Hyperparameters(IUpdater updater, double l2, long seed) {
  /** Rejects a missing updater and a coefficient that is negative or not finite. */
  public Hyperparameters {
    Objects.requireNonNull(updater, "updater");
    if (!(l2 >= 0 && Double.isFinite(l2))) {
      throw new IllegalArgumentException("l2 must be finite and at least 0, got " + l2);
    }
  }

  /** A builder with these settings. */
  NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder().seed(seed).updater(updater).l2(l2).l2Bias(l2);
  }
}
