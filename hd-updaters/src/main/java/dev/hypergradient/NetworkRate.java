package dev.hypergradient;

import dev.hypergradient.kernel.FlatVector;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rate of a DL4J network, or of one of its layers or blocks: all blocks are stepped in one
 * round.
 */
final class NetworkRate extends SharedRate {

  /** By position in the state array: whoever comes later for the same position takes the place. */
  private final NavigableMap<Long, BlockUpdater> blocks = new TreeMap<>();

  private final LayerRates layers;
  private Round round;

  NetworkRate(int maxSkippedSteps, LayerRates layers) {
    super(maxSkippedSteps);
    this.layers = layers;
  }

  @Override
  void join(BlockUpdater block) {
    if (blocks.put(block.state().offset(), block) != block) {
      round = null;
      layers.join(blocks.firstKey(), this);
    }
  }

  /** Tells whether there is a learning rate that training has led to. */
  boolean hasTrained() {
    return first().bindAsBefore();
  }

  /** α before an iteration that is under way, or else as it stands. */
  double learningRateBefore(int iteration, int epoch) {
    return round != null && round.isOf(iteration, epoch)
        ? round.learningRateBefore()
        : first().state().readLearned().learningRate();
  }

  private BlockUpdater first() {
    return blocks.firstEntry().getValue();
  }

  @Override
  DotProducts lastProducts() {
    return round == null ? DotProducts.NONE : round.products();
  }

  @Override
  void step(BlockUpdater block, FlatVector gradient, int iteration, int epoch) {
    join(block);
    if (round == null || !round.awaits(block, iteration, epoch)) {
      if (round != null && !round.isSkipped()) {
        skips().taken();
      }
      round = new Round(blocks.values(), layers, block, gradient, iteration, epoch, skips());
    }
    round.step(block, gradient);
  }
}
