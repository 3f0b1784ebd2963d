package dev.hypergradient.internal.block;

import dev.hypergradient.UpdaterStateException;
import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.setup.StepSize;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One iteration of a {@link NetworkRate}: DL4J calls the blocks one after the other, and all of
 * them step with the one α_t.
 *
 * <p>When the first block is called, the gradients of all blocks are there already, in one array.
 * So h_t is summed and α_t fixed before any parameter moves. Only the L1 and L2 terms of later
 * blocks are still missing, since DL4J adds them just before it calls a block. Each block therefore
 * takes its dot product again when its turn comes, and if any has changed, the last one finds the
 * exact α_t and corrects the updates of those before it, which have not reached the parameters yet.
 *
 * <p>The correction is exact for the learning rate; for other learned hyperparameters it is linear,
 * and the change that calls for it is one of the hyperparameters' own small steps.
 *
 * <p>Left uncorrected is the decoupled weight decay of earlier blocks, if a network has both that
 * and L1 or L2 in a later block: its rate is α_t without those terms.
 */
final class Round {

  private final LayerRates layers;
  private final int iteration;
  private final int epoch;
  private final boolean norms;
  private final SkippedSteps skippedSteps;
  private final UnlearnedGradient rest;

  /** The dot products that α_t was first fixed with. */
  private final Map<Block, DotProducts> estimates = new LinkedHashMap<>();

  /** The updates of the blocks that have had their turn, in that order. */
  private final Map<Block, FlatVector> updates = new LinkedHashMap<>();

  private StepSize stepSize;
  private double max;
  private LearnedHyperparameters before;
  private LearnedHyperparameters learned;
  private DotProducts exactTotal = DotProducts.NONE;
  private boolean exactDiffers;
  private boolean skipped;

  /**
   * A round that is still to be {@linkplain #open opened}.
   *
   * @param norms whether somebody else than the rule wants the squares of gradient and trace
   * @param rest of the network's gradient
   */
  Round(
      LayerRates layers,
      int iteration,
      int epoch,
      boolean norms,
      SkippedSteps skippedSteps,
      UnlearnedGradient rest) {
    this.layers = layers;
    this.iteration = iteration;
    this.epoch = epoch;
    this.norms = norms;
    this.skippedSteps = skippedSteps;
    this.rest = rest;
  }

  /**
   * Fixes α_t.
   *
   * @param blocks all of the network
   * @param first the one of them that is called first
   * @param gradient its gradient
   */
  void open(Collection<Block> blocks, Block first, FlatVector gradient) {
    stepSize = first.setup().stepSize(iteration, epoch);
    max = first.state().max();
    if (first.bindAsBefore()) {
      for (Block block : blocks) {
        if (block.bindAsBefore()) {
          estimates.put(block, block.measure(gradientOf(block, first, gradient), norms, iteration));
        }
      }
      skipUnless(DotProducts.sum(estimates.values()).isFinite(), first, gradient);
    } else {
      // The first step ever: h = 0, and where the other blocks' gradients lie is not known yet.
      estimates.put(first, DotProducts.NONE);
      skipUnless(gradient.whole().isFinite(), first, gradient);
    }
    // Read after the products, for which a device had to be waited for anyway.
    before = first.before();
    learned = skipped ? before : next(DotProducts.sum(estimates.values()));
    skipUnless(first.state().canHold(learned), first, gradient);
  }

  private LearnedHyperparameters next(DotProducts products) {
    return layers.pulledTogether(before.next(products, stepSize, max), iteration, epoch);
  }

  /** α before this round. */
  double learningRateBefore() {
    return before.learningRate();
  }

  boolean isOf(int otherIteration, int otherEpoch) {
    return iteration == otherIteration && epoch == otherEpoch;
  }

  /** Tells whether a call belongs to this round: each block has one turn in an iteration. */
  boolean awaits(Block block, int iteration, int epoch) {
    return isOf(iteration, epoch) && !updates.containsKey(block);
  }

  /** Tells whether the gradient of this iteration is not finite and nothing must move. */
  boolean isSkipped() {
    return skipped;
  }

  /** The sums over the blocks that have had their turn. */
  DotProducts products() {
    return exactTotal;
  }

  /** A block's turn: turns its gradient into its update. */
  void step(Block block, FlatVector gradient) {
    DotProducts estimate = estimates.getOrDefault(block, DotProducts.NONE);
    if (!skipped) {
      block.bind(gradient);
      boolean first = updates.isEmpty();
      DotProducts exact = first ? estimate : block.measure(gradient, norms, iteration);
      exactTotal = exactTotal.plus(exact);
      exactDiffers |= !exact.hasSameSums(estimate);
      skipUnless(exactTotal.isFinite(), block, gradient);
    }
    updates.put(block, gradient);
    if (skipped) {
      gradient.fill(0);
      return;
    }
    if (exactDiffers && updates.size() == estimates.size()) {
      correct(block);
    }
    block.step(gradient, learned, iteration);
    block.remember(learned);
  }

  private void skipUnless(boolean finite, Block block, FlatVector gradient) {
    if (finite) {
      return;
    }
    skipped = true;
    // An L1 or L2 term that is not finite shows only in its block's turn: take back earlier ones.
    updates.forEach(
        (earlier, update) -> {
          update.fill(0);
          earlier.remember(before);
        });
    skippedSteps.skipped(gradient, iteration, epoch, before == null ? block.before() : before);
    rest.clear(block, gradient);
  }

  private void correct(Block last) {
    LearnedHyperparameters exact = next(exactTotal);
    updates.forEach(
        (block, update) -> {
          if (block != last) {
            block.correct(update, learned, exact);
          }
        });
    learned = exact;
  }

  private static FlatVector gradientOf(Block block, Block first, FlatVector gradient) {
    if (block == first) {
      return gradient;
    }
    long offset =
        gradient.offset() + block.state().gradientOffset() - first.state().gradientOffset();
    long length = block.state().gradientLength();
    long all = gradient.root().length();
    if (offset < 0 || offset > all - length) {
      throw new UpdaterStateException(
          String.format(
              "the updater state belongs to another network: it expects the gradient of a block, %d"
                  + " elements, to begin at %d, but the network has %d parameters",
              length, offset, all));
    }
    return gradient.elsewhere(offset, length);
  }
}
