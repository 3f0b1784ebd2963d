package dev.hypergradient.internal.block;

import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rate of a DL4J network, or of one of its layers: all blocks are stepped in one round. */
final class NetworkRate extends SharedRate implements LayerRate {

  /** By position in the state array: whoever comes later for the same position takes the place. */
  private final NavigableMap<Long, Block> blocks = new TreeMap<>();

  private final LayerRates layers;
  private final UnlearnedGradient rest = new UnlearnedGradient(this);

  /** {@code null} before the first. */
  private Round round;

  NetworkRate(int maxSkippedSteps, LayerRates layers) {
    super(maxSkippedSteps);
    this.layers = layers;
  }

  @Override
  void join(Block block) {
    if (blocks.put(block.state().offset(), block) != block) {
      round = null;
      layers.join(blocks.firstKey(), this);
    }
  }

  @Override
  void leave(Block block) {
    if (blocks.remove(block.state().offset(), block)) {
      round = null;
    }
  }

  /** Those whose gradients have been seen. */
  List<Block> boundBlocks() {
    return blocks.values().stream().filter(Block::bindAsBefore).collect(Collectors.toList());
  }

  @Override
  public OptionalDouble learningRateBefore(int iteration, int epoch) {
    if (round != null && round.isOf(iteration, epoch)) {
      return OptionalDouble.of(round.learningRateBefore());
    }
    Block first = blocks.isEmpty() ? null : blocks.firstEntry().getValue();
    if (first != null) {
      first.takeRate();
    }
    return first != null && first.bindAsBefore()
        ? OptionalDouble.of(first.state().readLearned().learningRate())
        : OptionalDouble.empty();
  }

  @Override
  public DotProducts lastProducts() {
    Round last = round;
    return last == null ? DotProducts.NONE : last.products();
  }

  @Override
  void step(Block block, FlatVector gradient, int iteration, int epoch) {
    join(block);
    if (round == null || !round.awaits(block, iteration, epoch)) {
      if (round != null && !round.isSkipped()) {
        skips().taken();
      }
      blocks.values().forEach(Block::takeRate);
      Round next = new Round(layers, iteration, epoch, normsWanted(), skips(), rest);
      next.open(blocks.values(), block, gradient);
      round = next;
    }
    round.step(block, gradient);
  }
}
