package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.examples.training.ImageOrder;
import dev.hypergradient.examples.training.LabelledUpdater;
import dev.hypergradient.examples.training.Trainer;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRecord;
import java.util.Objects;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The task that towers are compared on: images in the order they are stored in, without L2.
 *
 * @param data pixels are scaled to [0, 1] here
 * @param epochs passes over the training images, at least 1
 * @param batchSize images of a step, at least 1
 * @param seed of initial weights, if they are random
 * @param authors results on the same task, shown as well
 */
record TowerSetting(
    Architecture architecture,
    Dataset data,
    int epochs,
    int batchSize,
    long seed,
    AuthorsResults authors) {
  /** Rejects missing parts; the plan and the updaters reject the rest. */
  TowerSetting {
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(authors, "authors");
    data = data.inUnitInterval();
  }

  /** Trains a new network. */
  TrainingRecord train(String label, IUpdater updater) {
    return Trainer.train(plan(label, updater));
  }

  /** A new network, as it is trained. */
  MultiLayerNetwork network(IUpdater updater) {
    return Trainer.network(plan("", updater));
  }

  private TrainingPlan plan(String label, IUpdater updater) {
    return new TrainingPlan(
        architecture,
        data,
        new LabelledUpdater(label, updater, 0),
        0,
        epochs,
        batchSize,
        ImageOrder.stored(),
        seed);
  }
}
