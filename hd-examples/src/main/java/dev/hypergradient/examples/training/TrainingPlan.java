package dev.hypergradient.examples.training;

import dev.hypergradient.examples.data.Dataset;
import java.util.Objects;

/**
 * Everything that determines a training run: equal plans give equal runs on one machine.
 *
 * @param l2 coefficient of the parameters in the gradient, finite and at least 0
 * @param epochs passes over the training images, at least 1
 * @param batchSize images of a step, at least 1; the last batch of an epoch may be smaller
 * @param order of the images
 * @param seed of initial weights, dropout and the order of images
 */
public record TrainingPlan(
    Architecture architecture,
    Dataset data,
    LabelledUpdater updater,
    double l2,
    int epochs,
    int batchSize,
    ImageOrder order,
    long seed) {
  /** Rejects missing parts and numbers out of range. */
  public TrainingPlan {
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(updater, "updater");
    Objects.requireNonNull(order, "order");
    if (!(l2 >= 0 && Double.isFinite(l2))) {
      throw new IllegalArgumentException("l2 must be finite and at least 0, got " + l2);
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch must be at least 1, got " + batchSize);
    }
  }

  /** A plan that shuffles the images. */
  public TrainingPlan(
      Architecture architecture,
      Dataset data,
      LabelledUpdater updater,
      double l2,
      int epochs,
      int batchSize,
      long seed) {
    this(architecture, data, updater, l2, epochs, batchSize, ImageOrder.shuffled(), seed);
  }

  /** This plan with another updater. */
  public TrainingPlan with(LabelledUpdater other) {
    return new TrainingPlan(architecture, data, other, l2, epochs, batchSize, order, seed);
  }

  /** Steps of one epoch. */
  public int stepsPerEpoch() {
    return (data.train().count() - 1) / batchSize + 1;
  }

  /** Steps of the whole run. */
  public int steps() {
    return Math.multiplyExact(epochs, stepsPerEpoch());
  }
}
