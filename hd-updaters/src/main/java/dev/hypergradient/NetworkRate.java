package dev.hypergradient;

import dev.hypergradient.kernel.FlatVector;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rate of a DL4J network, or of one of its blocks: all blocks are stepped in one round. */
final class NetworkRate extends SharedRate {

  /** By position in the state array: whoever comes later for the same position takes the place. */
  private final NavigableMap<Long, BlockUpdater> blocks = new TreeMap<>();

  private Round round;

  NetworkRate(int maxSkippedSteps) {
    super(maxSkippedSteps);
  }

  @Override
  void join(BlockUpdater block) {
    if (blocks.put(block.state().offset(), block) != block) {
      round = null;
    }
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
      round = new Round(blocks.values(), block, gradient, iteration, epoch, skips());
    }
    round.step(block, gradient);
  }
}
