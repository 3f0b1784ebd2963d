package dev.hypergradient.experiments;

import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.examples.training.ImageOrder;
import dev.hypergradient.examples.training.TrainingPlan;
import java.util.Objects;

/**
 * What methods are compared on.
 *
 * @param model name of the architecture
 * @param start in file names: where architecture and order begin
 * @param l2 coefficient of weights and biases in the gradient
 */
record Task(
    String model,
    Architecture architecture,
    Start start,
    ImageOrder order,
    Dataset data,
    int epochs,
    int batchSize,
    double l2,
    long seed) {
  /** Rejects missing parts; training plans reject wrong numbers. */
  Task {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(data, "data");
  }

  /** Model and data, for people and file names. */
  String name() {
    return model + "-" + data.name();
  }

  /** Every setting, for file names; of the data set the number of images, as there are parts. */
  String id() {
    return String.join(
        "-",
        model,
        data.name(),
        Integer.toString(data.train().count()),
        start + "start",
        "e" + epochs,
        "n" + batchSize,
        "l" + Numbers.exact(l2),
        "s" + seed);
  }

  /** This task with another batch size. */
  Task withBatchSize(int size) {
    return new Task(model, architecture, start, order, data, epochs, size, l2, seed);
  }

  /** The training of a method. */
  TrainingPlan plan(Method method, String label) {
    return new TrainingPlan(
        architecture, data, method.labelled(label), l2, epochs, batchSize, order, seed);
  }
}
