package dev.hypergradient.examples.training;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Watches a training run, on the training thread; changes nothing. */
@FunctionalInterface
public interface TrainingObserver {
  /** Takes a row of the training record as soon as there is one. */
  void onRow(TrainingRow row);

  /** Sees the network before its first step, to listen to it, for instance. */
  default void onStart(MultiLayerNetwork network) {}

  /** Sees the network after its last step; not called if training ends with an exception. */
  default void onEnd(MultiLayerNetwork network) {}
}
