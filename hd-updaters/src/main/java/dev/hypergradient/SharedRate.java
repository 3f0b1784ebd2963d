package dev.hypergradient;

import dev.hypergradient.kernel.FlatVector;

/** What a set of blocks learns in common, and how they step. */
abstract class SharedRate {

  private final SkippedSteps skippedSteps;
  private volatile boolean normsWanted;

  SharedRate(int maxSkippedSteps) {
    skippedSteps = new SkippedSteps(maxSkippedSteps);
  }

  /** Makes a block a member. */
  abstract void join(BlockUpdater block);

  /** Turns a block's gradient into its update. */
  abstract void step(BlockUpdater block, FlatVector gradient, int iteration, int epoch);

  /** The sums of the last iteration. */
  abstract DotProducts lastProducts();

  /** Measures the norms of gradient and direction from the next iteration on. */
  final void wantNorms() {
    normsWanted = true;
  }

  final boolean normsWanted() {
    return normsWanted;
  }

  final SkippedSteps skips() {
    return skippedSteps;
  }

  /** The number of steps skipped so far. */
  final long skippedSteps() {
    return skippedSteps.total();
  }
}
