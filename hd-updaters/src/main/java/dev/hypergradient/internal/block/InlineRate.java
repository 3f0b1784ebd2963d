package dev.hypergradient.internal.block;

import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rate of a SameDiff graph, whose variables are updated one by one within the backward pass.
 *
 * <p>When the first variable moves, the other gradients do not exist yet. So α follows one
 * iteration later: α<sub>t</sub> = α<sub>t−1</sub> + β h<sub>t−1</sub>, with h summed over all
 * variables, and all of them step with that α<sub>t</sub>. Each variable keeps its own part of
 * h<sub>t−1</sub> in its state, since it may be saved in between.
 */
final class InlineRate extends SharedRate {

  private final Set<Block> blocks = identitySet();

  /** Those that have had their turn in this iteration. */
  private final Set<Block> stepped = identitySet();

  private int iteration;
  private int epoch;
  private boolean skipped;
  private LearnedHyperparameters learned;
  private DotProducts total = DotProducts.NONE;

  InlineRate(int maxSkippedSteps) {
    super(maxSkippedSteps);
  }

  private static Set<Block> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Tells whether training has begun. */
  boolean hasStepped() {
    return !stepped.isEmpty();
  }

  @Override
  void join(Block block) {
    blocks.add(block);
  }

  @Override
  void leave(Block block) {
    blocks.remove(block);
    stepped.remove(block);
  }

  @Override
  public DotProducts lastProducts() {
    return total;
  }

  @Override
  void step(Block block, FlatVector gradient, int newIteration, int newEpoch) {
    if (!hasStepped()
        || iteration != newIteration
        || epoch != newEpoch
        || stepped.contains(block)) {
      begin(block, newIteration, newEpoch);
    }
    stepped.add(block);
    boolean trained = block.bindAsBefore();
    DotProducts products =
        trained ? block.measure(gradient, normsWanted(), iteration) : DotProducts.NONE;
    if (trained ? products.isFinite() : gradient.isFinite()) {
      total = total.plus(products);
      block.bind(gradient);
      block.step(gradient, learned, iteration);
      block.remember(learned, products);
    } else {
      skip(block, gradient);
    }
  }

  private void begin(Block first, int newIteration, int newEpoch) {
    if (hasStepped() && !skipped) {
      skips().taken();
    }
    iteration = newIteration;
    epoch = newEpoch;
    skipped = false;
    dropReleased();
    List<Block> last = lastStepped();
    stepped.clear();
    total = DotProducts.NONE;
    DotProducts previous =
        DotProducts.sumInAnyOrder(
            last.stream().map(b -> b.state().readProducts()).collect(Collectors.toList()));
    LearnedHyperparameters before = (last.isEmpty() ? first : last.get(0)).state().readLearned();
    LearnedHyperparameters next =
        before.next(previous, first.setup().stepSize(iteration, epoch), first.state().max());
    learned = first.state().canHold(next) ? next : before;
  }

  /** A variable that has become a constant has no memory any more. */
  private void dropReleased() {
    blocks.removeIf(Block::isReleased);
    stepped.removeIf(Block::isReleased);
  }

  /**
   * Those that have the graph's rate and the products of the iteration before; after a restore, all
   * that have trained. One that no loss depends on is not called.
   */
  private List<Block> lastStepped() {
    return (hasStepped() ? stepped : blocks)
        .stream().filter(Block::bindAsBefore).collect(Collectors.toList());
  }

  /** The other variables have moved, or will: what can be kept is this one. */
  private void skip(Block block, FlatVector gradient) {
    skipped = true;
    skips().skipped(gradient, iteration, epoch);
    gradient.fill(0);
    if (block.bindAsBefore()) {
      block.remember(learned, DotProducts.NONE);
    }
  }
}
