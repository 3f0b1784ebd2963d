package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A family of networks that classify images, fed with batches of flattened pixels. */
public interface Architecture {
  /** Short name, used in file names. */
  String name();

  /**
   * The network for images of one size.
   *
   * @param classes number of classes, at least 2
   */
  MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters);

  /** A new network of this family with its initial weights; equal arguments give equal ones. */
  default MultiLayerNetwork create(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    MultiLayerNetwork network = new MultiLayerNetwork(configure(images, classes, hyperparameters));
    network.init();
    return network;
  }
}
