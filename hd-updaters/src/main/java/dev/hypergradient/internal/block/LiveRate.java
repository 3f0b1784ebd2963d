package dev.hypergradient.internal.block;

import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * Where a configuration looks up the learning rate of the block that trains with it: the last that
 * did, since networks come and go and may share a configuration. Thread-safe.
 */
public final class LiveRate {

  private volatile WeakReference<Block> block = new WeakReference<>(null);

  /** Shows a block's learning rate from now on. */
  void show(WeakReference<Block> other) {
    block = other;
  }

  /** Shows no block's learning rate any more. */
  public void reset() {
    block = new WeakReference<>(null);
  }

  /**
   * The hyperparameters of the block as they stand; nothing if no block has shown itself or it is
   * gone.
   */
  public Optional<LearnedHyperparameters> learned() {
    return Optional.ofNullable(block.get()).map(Block::learned);
  }
}
