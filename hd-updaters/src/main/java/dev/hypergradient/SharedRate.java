package dev.hypergradient;

import dev.hypergradient.kernel.FlatVector;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a set of blocks learns in common, and the rounds in which they step. */
final class SharedRate {

  /** By position in the state array: whoever comes later for the same position takes the place. */
  private final NavigableMap<Long, BlockUpdater> blocks = new TreeMap<>();

  private final SkippedSteps skippedSteps;
  private Round round;
  private volatile boolean normsWanted;

  SharedRate(int maxSkippedSteps) {
    skippedSteps = new SkippedSteps(maxSkippedSteps);
  }

  void join(BlockUpdater block) {
    if (blocks.put(block.state().offset(), block) != block) {
      round = null;
    }
  }

  /** Measures the norms of gradient and direction from the next iteration on. */
  void wantNorms() {
    normsWanted = true;
  }

  boolean normsWanted() {
    return normsWanted;
  }

  /** The sums of the last iteration. */
  DotProducts lastProducts() {
    return round == null ? DotProducts.NONE : round.products();
  }

  /** The number of steps skipped so far. */
  long skippedSteps() {
    return skippedSteps.total();
  }

  /** Turns a block's gradient into its update. */
  void step(BlockUpdater block, FlatVector gradient, int iteration, int epoch) {
    join(block);
    if (round == null || !round.awaits(block, iteration, epoch)) {
      if (round != null && !round.isSkipped()) {
        skippedSteps.taken();
      }
      round = new Round(blocks.values(), block, gradient, iteration, epoch, skippedSteps);
    }
    round.step(block, gradient);
  }
}
