package dev.hypergradient;

import dev.hypergradient.kernel.HalfKernel;
import dev.hypergradient.kernel.Kernel;
import dev.hypergradient.kernel.OpsKernel;
import dev.hypergradient.kernel.Vectors;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * The updater of one of DL4J's blocks: a run of parameters with equal configurations.
 *
 * <p>It flattens what DL4J hands in and leaves the step to the {@link SharedRate}, which it has in
 * common with the other blocks of its scope.
 */
final class BlockUpdater implements GradientUpdater<HypergradientUpdater> {

  private static final String STATE = "hypergradient";

  private final HypergradientUpdater config;
  private final List<WeakReference<HypergradientUpdater>> shownIn = new ArrayList<>();
  private final WeakReference<BlockUpdater> self = new WeakReference<>(this);

  private BlockState state;
  private Kernel kernel;
  private SharedRate sharedRate;

  /** α of the last step; {@code null} before the first. */
  private volatile Double stepped;

  /** An updater without state, for a configuration that nobody else holds. */
  BlockUpdater(HypergradientUpdater config) {
    this.config = config;
    config.show(self);
  }

  /** Lets another configuration of this block show the block's learning rate. */
  void showIn(HypergradientUpdater other) {
    shownIn.add(new WeakReference<>(other));
    other.show(self);
  }

  /** α as it stands. */
  double learningRate() {
    return stepped != null ? stepped : state.readRate().learningRate();
  }

  BlockState state() {
    return state;
  }

  Kernel kernel() {
    return kernel;
  }

  @Override
  public HypergradientUpdater getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    INDArray array = stateMap.get(STATE);
    if (array == null || stateMap.size() != 1) {
      throw new IllegalArgumentException(
          "updater state must have the one key " + STATE + ", got " + stateMap.keySet());
    }
    setStateViewArray(array, null, 'c', initialize);
  }

  @Override
  public Map<String, INDArray> getState() {
    Map<String, INDArray> stateMap = new HashMap<>();
    stateMap.put(STATE, state.view());
    return stateMap;
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    // Outside of workspaces, which would reclaim the view.
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      state = new BlockState(config, Vectors.flat(viewArray));
    }
    if (initialize) {
      state.initialize();
    }
    Kernel operations = new OpsKernel();
    kernel = state.dataType() == DataType.FLOAT16 ? new HalfKernel(operations) : operations;
    stepped = null;
    sharedRate = SharedRates.join(this);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    if (state == null) {
      throw new IllegalStateException("updater used before setStateViewArray or setState");
    }
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      if (Vectors.isFlat(gradient)) {
        sharedRate.step(this, Vectors.flat(gradient), iteration, epoch);
      } else {
        INDArray copy = gradient.dup('c');
        sharedRate.step(this, Vectors.flat(copy), iteration, epoch);
        gradient.assign(copy);
      }
    }
    for (WeakReference<HypergradientUpdater> reference : shownIn) {
      HypergradientUpdater other = reference.get();
      if (other != null) {
        other.show(self);
      }
    }
  }

  /** What the rule must know of this block's gradient and the direction of the previous step. */
  DotProducts measure(INDArray gradient) {
    return config.getLearningRateRule().measure(kernel, gradient, state.direction());
  }

  /** Turns the gradient into the update. */
  void step(INDArray gradient, LearnedRate rate, int iteration) {
    config.step(kernel, gradient, state, rate.stepSize(), iteration);
    remember(rate);
  }

  /** Makes good a step that was taken with another rate. */
  void correct(INDArray update, LearnedRate taken, LearnedRate exact) {
    kernel.correct(update, state.direction(), exact.stepSize() - taken.stepSize());
    remember(exact);
  }

  /** Keeps the rate for the next iteration. */
  void remember(LearnedRate rate) {
    state.writeRate(rate);
    stepped = rate.learningRate();
  }
}
