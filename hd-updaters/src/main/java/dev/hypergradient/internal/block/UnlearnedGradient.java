package dev.hypergradient.internal.block;

import dev.hypergradient.internal.kernel.FlatVector;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataBuffer;

/**
 * What a network's gradient array holds besides the gradients of other rates' blocks.
 *
 * <p>DL4J passes more through it than gradients: the changes of batch normalisation's running
 * statistics and of center loss's centres, which it subtracts from the network's parameters
 * together with the updates. A minibatch that must not move the network must not move them either.
 */
final class UnlearnedGradient {

  private final NetworkRate rate;

  /**
   * All but other rates' gradients.
   *
   * @param rate the rate whose steps may be skipped
   */
  UnlearnedGradient(NetworkRate rate) {
    this.rate = rate;
  }

  /**
   * Sets it to 0, whether DL4J has passed by already or is still to come.
   *
   * @param block any block of the rate
   * @param gradient the block's gradient
   */
  void clear(Block block, FlatVector gradient) {
    // An external gradient may be elsewhere in its array than the network's own.
    long shift = block.bindAsBefore() ? gradient.offset() - block.state().gradientOffset() : 0;
    long from = 0;
    for (BlockState other : blocksOfOtherRates(block.state().root())) {
      clear(gradient, from, other.gradientOffset() + shift);
      from = other.gradientOffset() + shift + other.gradientLength();
    }
    clear(gradient, from, gradient.root().length());
  }

  private static void clear(FlatVector gradient, long from, long to) {
    if (from < to) {
      gradient.elsewhere(from, to - from).fill(0);
    }
  }

  private List<BlockState> blocksOfOtherRates(DataBuffer network) {
    return SharedRates.ofNetwork(network).stream()
        .filter(other -> other != rate)
        .flatMap(other -> other.boundBlocks().stream())
        .map(Block::state)
        .sorted(Comparator.comparingLong(BlockState::gradientOffset))
        .collect(Collectors.toList());
  }
}
