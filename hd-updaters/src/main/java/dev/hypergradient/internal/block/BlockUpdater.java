package dev.hypergradient.internal.block;

import dev.hypergradient.UpdaterStateException;
import dev.hypergradient.internal.kernel.FlatVector;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What DL4J calls: the updater of one of its blocks.
 *
 * <p>It flattens what DL4J hands in, hands it on to the {@link SharedRate} that the block has in
 * common with the others of its scope, and lets the configurations of the block show its learning
 * rate.
 *
 * @param <C> the class of the configuration
 */
public final class BlockUpdater<C extends IUpdater> implements GradientUpdater<C> {

  private static final String STATE = "hypergradient";

  private final C config;
  private final LiveSetup origin;
  private final List<WeakReference<LiveSetup>> shownIn;

  /** The learning rate to continue from in the first step; NaN for that in the state. */
  private double rateSet;

  /** {@code null} before the state is set. */
  private Block block;

  private WeakReference<Block> blockReference;
  private SharedRate sharedRate;

  /**
   * An updater without state.
   *
   * @param config what {@link #getConfig} shall return; nobody else holds it
   * @param origin of the configuration that the updater was made from: all variables of a SameDiff
   *     graph have one
   * @param shownIn of all configurations that shall show the block's learning rate
   * @param rateSet the learning rate to continue from; NaN for that in the state
   */
  public BlockUpdater(C config, LiveSetup origin, List<LiveSetup> shownIn, double rateSet) {
    this.config = config;
    this.origin = origin;
    this.rateSet = rateSet;
    this.shownIn = shownIn.stream().map(WeakReference::new).collect(Collectors.toList());
  }

  /** The block. */
  public Block block() {
    return block;
  }

  /** What the block has in common with the others of its scope. */
  public SharedRate sharedRate() {
    return sharedRate;
  }

  @Override
  public C getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    INDArray array = stateMap.get(STATE);
    if (array == null || stateMap.size() != 1) {
      throw new UpdaterStateException(
          "updater state must have the one key " + STATE + ", got " + stateMap.keySet());
    }
    setState(array, initialize, true);
  }

  @Override
  public Map<String, INDArray> getState() {
    Map<String, INDArray> stateMap = new HashMap<>();
    stateMap.put(STATE, block.state().view());
    return stateMap;
  }

  /** {@inheritDoc} SameDiff calls this itself, and gives the shape. */
  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    setState(viewArray, initialize, gradientShape != null);
  }

  private void setState(INDArray array, boolean initialize, boolean inline) {
    if (!FlatVector.isFlat(array)) {
      throw new UpdaterStateException(
          "updater state must be contiguous and in 'c' order, got " + array.shapeInfoToString());
    }
    Block next;
    // Outside of workspaces, which would reclaim the view.
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      next = new Block(origin.setup(), FlatVector.of(array));
    }
    if (initialize) {
      next.initialize();
    }
    if (block != null) {
      sharedRate.leave(block);
      block.reset(Double.NaN);
    }
    block = next;
    blockReference = new WeakReference<>(block);
    if (inline) {
      sharedRate = SharedRates.joinInline(block, origin, initialize);
    } else {
      block.reset(rateSet);
      sharedRate = SharedRates.join(block);
    }
    // SameDiff first hands in memory that holds anything, and another thread may be reading along.
    if (initialize || block.state().isSound()) {
      forEachShown(live -> live.show(blockReference));
    }
    if (block.isReset()) {
      forEachShown(live -> live.remember(blockReference));
    }
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    if (block == null) {
      throw new IllegalStateException("updater used before setStateViewArray or setState");
    }
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      if (FlatVector.isFlat(gradient)) {
        sharedRate.step(block, FlatVector.of(gradient), iteration, epoch);
      } else {
        INDArray copy = gradient.dup('c');
        sharedRate.step(block, FlatVector.of(copy), iteration, epoch);
        gradient.assign(copy);
      }
    }
    rateSet = Double.NaN;
    // Another network may have shown itself in the meantime.
    forEachShown(live -> live.show(blockReference));
  }

  private void forEachShown(Consumer<LiveSetup> action) {
    for (WeakReference<LiveSetup> reference : shownIn) {
      LiveSetup live = reference.get();
      if (live != null) {
        action.accept(live);
      }
    }
  }

  /** Returns the configuration and the learning rate as it stands. */
  @Override
  public String toString() {
    return block == null
        ? origin.setup() + " without state"
        : block.setup() + " at learning rate " + block.learned().learningRate();
  }
}
