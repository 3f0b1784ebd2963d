package dev.hypergradient.experiments.study;

import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean of a network's parameters over the steps, as Polyak and Ruppert average. */
final class ParameterAverage {
  private final INDArray parameters;
  private final INDArray mean;
  private int count;

  ParameterAverage(Model network) {
    parameters = network.params();
    mean = parameters.ulike();
  }

  /** Adds the parameters as they are. */
  void add() {
    count++;
    mean.muli((count - 1.0) / count);
    mean.addi(parameters.mul(1.0 / count));
  }

  /** Gives the network parameters with this share of the mean, the rest as they are. */
  void moveTowards(double share) {
    parameters.muli(1 - share).addi(mean.mul(share));
  }
}
