package dev.hypergradient.experiments.towers;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** A network whose training steps are timed, on batches made beforehand. */
final class TimedSteps {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final MultiLayerNetwork network;
  private final List<DataSet> batches;

  TimedSteps(MultiLayerNetwork network, List<DataSet> batches) {
    this.network = network;
    this.batches = batches;
  }

  /** Takes one step for each batch and returns the milliseconds of one. */
  double milliseconds() {
    long start = System.nanoTime();
    batches.forEach(network::fit);
    return (System.nanoTime() - start) / NANOS_PER_MILLISECOND / batches.size();
  }
}
