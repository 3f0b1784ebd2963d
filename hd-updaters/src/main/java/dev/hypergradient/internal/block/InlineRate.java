package dev.hypergradient.internal.block;

import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.setup.Setup;
import java.util.ArrayList;
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
 *
 * <p>Variables come and go: one may become a constant or a constant a variable, and those that the
 * loss does not depend on have no turn. What counts is the state of those that had a turn last: the
 * others have an older α, and a direction that is not that of the step before.
 */
final class InlineRate extends SharedRate {

  private final Set<Block> blocks = identitySet();

  /** Those that have had their turn in this iteration. */
  private final Set<Block> stepped = identitySet();

  /** Those that had theirs in the iteration before. */
  private final Set<Block> steppedBefore = identitySet();

  private int iteration;
  private int epoch;

  /** The number of the iteration among those of the graph. */
  private long turn;

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
  boolean hasBegun() {
    return learned != null;
  }

  @Override
  void join(Block block) {
    blocks.add(block);
  }

  /** Makes a variable a member whose state has been restored: what the states hold counts. */
  void joinRestored(Block block) {
    join(block);
    turn = 0;
    learned = null;
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
    if (stepped.isEmpty()
        || iteration != newIteration
        || epoch != newEpoch
        || stepped.contains(block)) {
      begin(block, newIteration, newEpoch);
    }
    stepped.add(block);
    boolean measured = steppedBefore.contains(block);
    DotProducts products =
        measured ? block.measure(gradient, normsWanted(), iteration) : DotProducts.NONE;
    if (measured ? products.isFinite() : gradient.isFinite()) {
      total = total.plus(products);
      block.bind(gradient);
      block.step(gradient, learned, iteration);
      block.remember(learned, products, turn);
    } else {
      skip(block, gradient);
    }
  }

  private void begin(Block first, int newIteration, int newEpoch) {
    if (!stepped.isEmpty() && !skipped) {
      skips().taken();
    }
    iteration = newIteration;
    epoch = newEpoch;
    skipped = false;
    dropReleased();
    List<StateRecord> last = beginTurn();
    total = DotProducts.NONE;
    DotProducts previous =
        DotProducts.sumInAnyOrder(
            last.stream().map(record -> record.products).collect(Collectors.toList()));
    LearnedHyperparameters before = before(last, first);
    LearnedHyperparameters next =
        before.next(previous, first.setup().stepSize(iteration, epoch), first.state().max());
    learned = first.state().canHold(next) ? next : before;
  }

  /** A variable that has become a constant has no memory any more. */
  private void dropReleased() {
    blocks.removeIf(Block::isReleased);
    stepped.removeIf(Block::isReleased);
  }

  /** Reads the states of those that had their turn in the iteration before. */
  private List<StateRecord> beginTurn() {
    steppedBefore.clear();
    List<StateRecord> last = new ArrayList<>();
    // If all that had one have become constants, there is none of that turn.
    long latest = turn;
    for (Block block : blocks) {
      StateRecord record = block.bindAsBefore() ? block.state().read() : null;
      long itsTurn = record == null ? 0 : Math.round(record.turn);
      if (itsTurn > latest) {
        latest = itsTurn;
        last.clear();
        steppedBefore.clear();
      }
      if (record != null && itsTurn == latest) {
        last.add(record);
        steppedBefore.add(block);
      }
    }
    stepped.clear();
    turn = latest + 1;
    return last;
  }

  private LearnedHyperparameters before(List<StateRecord> last, Block first) {
    if (!last.isEmpty()) {
      return last.get(0).learned;
    }
    return learned != null ? learned : first.state().readLearned();
  }

  /** Goes on at once with other settings, and with another learning rate unless it is NaN. */
  void reset(Setup setup, double rate) {
    dropReleased();
    blocks.forEach(block -> block.reset(setup, rate));
    if (learned != null && !Double.isNaN(rate)) {
      learned = learned.withLearningRate(rate);
    }
  }

  /** The other variables have moved, or will: what can be kept is this one. */
  private void skip(Block block, FlatVector gradient) {
    skipped = true;
    skips().skipped(gradient, iteration, epoch, learned);
    gradient.fill(0);
    if (block.bindAsBefore()) {
      block.remember(learned, DotProducts.NONE, turn);
    }
  }
}
