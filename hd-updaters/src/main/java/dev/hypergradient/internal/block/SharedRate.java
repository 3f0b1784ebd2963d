package dev.hypergradient.internal.block;

import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;

/** What a set of blocks learns in common, and how they step. */
public abstract class SharedRate {

  private final SkippedSteps skippedSteps;
  private volatile boolean normsWanted;

  SharedRate(int maxSkippedSteps) {
    skippedSteps = new SkippedSteps(maxSkippedSteps);
  }

  /** Makes a block a member. */
  abstract void join(Block block);

  /** Lets a member go whose state has been replaced. */
  abstract void leave(Block block);

  /** Turns a block's gradient into its update. */
  abstract void step(Block block, FlatVector gradient, int iteration, int epoch);

  /** The sums of the last iteration. */
  public abstract DotProducts lastProducts();

  /** Measures the norms of gradient and direction from the next iteration on. */
  public final void wantNorms() {
    normsWanted = true;
  }

  final boolean normsWanted() {
    return normsWanted;
  }

  final SkippedSteps skips() {
    return skippedSteps;
  }

  /** The number of steps skipped so far. */
  public final long skippedSteps() {
    return skippedSteps.total();
  }
}
