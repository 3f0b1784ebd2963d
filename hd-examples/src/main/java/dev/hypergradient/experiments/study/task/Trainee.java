package dev.hypergradient.experiments.study.task;

import org.deeplearning4j.nn.api.Model;

/** A network that is being trained on the examples of its task. */
public interface Trainee {
  /** The network. */
  Model network();

  /**
   * Trains on the examples {@code order[from]} to {@code order[from + size − 1]}, as one batch;
   * {@code size} is the same in all calls.
   */
  void fit(int[] order, int from, int size);

  /** The loss of all training examples: their mean, and L1 and L2 terms if the network has any. */
  double trainingLoss();

  /** The share of test examples classified rightly, 0 to 1; NaN if this is no classification. */
  double testAccuracy();
}
