package dev.hypergradient;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The learning rates of a network's layers, which are drawn towards their mean.
 *
 * <p>The mean is that of the iteration before: layers whose turn is later have no other yet.
 */
final class LayerRates {

  /** Of layers that have nothing to do with each other. */
  static final LayerRates NONE = new LayerRates(0);

  private final double pull;

  /** By position in the state array, so that the mean is always summed in one order. */
  private final NavigableMap<Long, NetworkRate> rates = new TreeMap<>();

  LayerRates(double pull) {
    this.pull = pull;
  }

  void join(long offset, NetworkRate rate) {
    if (pull != 0) {
      rates.put(offset, rate);
    }
  }

  /** What a layer has learned, drawn towards the mean. */
  LearnedHyperparameters drawn(LearnedHyperparameters learned, int iteration, int epoch) {
    OptionalDouble mean =
        rates.values().stream()
            .filter(NetworkRate::hasTrained)
            .mapToDouble(rate -> rate.learningRateBefore(iteration, epoch))
            .average();
    if (mean.isEmpty()) {
      return learned;
    }
    double drawn = (1 - pull) * learned.learningRate() + pull * mean.getAsDouble();
    // A step that overflows is skipped: no rate to set.
    return Double.isFinite(drawn) ? learned.withLearningRate(drawn) : learned;
  }
}
