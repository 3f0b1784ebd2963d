package dev.hypergradient.examples.towers;

import dev.hypergradient.AdamHd;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.hyper.LevelValues;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Where Adam's second moments v start from: at 0 in DL4J, at 1e-8 in the authors' code.
 *
 * <p>At step t that adds about 1e-8/(1 − β₂ᵗ) to a squared gradient, (3e-3)² at first: much, where
 * gradients are small. So the two learn different learning rates from the first steps.
 */
final class SecondMoments {
  private SecondMoments() {}

  /**
   * Fills the second moments of a network that has not been trained; without Adam, does nothing.
   */
  static void fill(MultiLayerNetwork network, IUpdater updater, double value) {
    // Adam's state is [m | v], AdamHd's [scalars | direction, m, v | a partial derivative for each
    // learned hyperparameter but the learning rate].
    if (updater instanceof Adam) {
      fill(network, 0, value);
    } else if (updater instanceof AdamHd) {
      LevelValues bottom = Hypergradients.of(network).getLevels().get(0);
      fill(network, bottom.getLearned().size() - 1, value);
    }
  }

  /** Fills the vector before the last so many. */
  private static void fill(MultiLayerNetwork network, int vectorsBehind, double value) {
    INDArray state = network.getUpdater().getStateViewArray();
    long end = state.length() - vectorsBehind * network.numParams();
    state
        .reshape(new long[] {state.length()})
        .get(NDArrayIndex.interval(end - network.numParams(), end))
        .assign(value);
  }
}
