package dev.hypergradient.internal.block;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The learning rates of a network's layers, which are pulled towards their mean.
 *
 * <p>The mean is that of the iteration before: layers whose turn is later have no other yet.
 */
final class LayerRates {

  /** Of layers that have nothing to do with each other. */
  static final LayerRates NONE = new LayerRates(0);

  private final double pull;

  /** By position in the state array, so that the mean is always summed in one order. */
  private final NavigableMap<Long, LayerRate> rates = new TreeMap<>();

  /**
   * The rates of no layers yet.
   *
   * @param pull the weight of the mean
   */
  LayerRates(double pull) {
    this.pull = pull;
  }

  void join(long offset, LayerRate rate) {
    if (pull != 0) {
      rates.put(offset, rate);
    }
  }

  /** What a layer has learned, with its learning rate pulled towards the mean. */
  LearnedHyperparameters pulledTogether(LearnedHyperparameters learned, int iteration, int epoch) {
    OptionalDouble mean =
        rates.values().stream()
            .map(rate -> rate.learningRateBefore(iteration, epoch))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average();
    if (mean.isEmpty()) {
      return learned;
    }
    double pulled = (1 - pull) * learned.learningRate() + pull * mean.getAsDouble();
    // A step that overflows is skipped: no rate to set.
    return Double.isFinite(pulled) ? learned.withLearningRate(pulled) : learned;
  }
}
