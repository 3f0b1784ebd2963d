package dev.hypergradient.examples.training;

import dev.hypergradient.examples.data.ImageShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;

/** A network that classifies images, fed with batches of flattened pixels. */
@FunctionalInterface
public interface Architecture {
  /**
   * The network's configuration for images of one size.
   *
   * @param classes number of classes, at least 2
   * @param updater trains weights and biases
   * @param l2 coefficient of the parameters, biases included, in the gradient; at least 0
   * @param seed of initial weights and dropout
   */
  MultiLayerConfiguration configure(
      ImageShape images, int classes, IUpdater updater, double l2, long seed);

  /** A new network with its initial weights; equal arguments give equal ones. */
  default MultiLayerNetwork create(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(configure(images, classes, updater, l2, seed));
    network.init();
    return network;
  }
}
