package dev.hypergradient;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.kernel.HalfKernel;
import dev.hypergradient.kernel.Kernel;
import dev.hypergradient.kernel.OpsKernel;
import dev.hypergradient.kernel.Vectors;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Those of the last step; {@code null} before the first. */
  private volatile LearnedHyperparameters stepped;

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

  /** The hyperparameters as they stand. */
  LearnedHyperparameters learned() {
    LearnedHyperparameters last = stepped;
    return last != null ? last : state.readLearned();
  }

  SharedRate sharedRate() {
    return sharedRate;
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

  /** Cuts the state to the gradient's length, and initialises it if this is the first step ever. */
  void bind(INDArray gradient) {
    if (!state.bindAsBefore()) {
      state.bind(gradient.offset(), gradient.length());
      config.initialize(kernel, state.vectors());
    }
  }

  /** What must be known of this block's gradient and its previous step. */
  DotProducts measure(INDArray gradient) {
    INDArray[] vectors = state.vectors();
    INDArray direction = vectors[0];
    int own = config.ownVectors();
    INDArray[] partials = Arrays.copyOfRange(vectors, own - 1, vectors.length);
    partials[0] = direction;
    double[] dots = kernel.dots(gradient, partials);
    boolean norms = config.getLearningRateRule().needsNorms() || sharedRate.normsWanted();
    return DotProducts.of(
        dots[0],
        norms ? kernel.dots(gradient, gradient)[0] : 0,
        norms ? kernel.dots(direction, direction)[0] : 0,
        Arrays.copyOfRange(dots, 1, dots.length));
  }

  /** Turns the gradient into the update. */
  void step(INDArray gradient, LearnedHyperparameters learned, int iteration) {
    kernel.step(config.step(learned, iteration), gradient, state.vectors(), learned.stepSize());
    remember(learned);
  }

  /** Makes good a step that was taken with other hyperparameters. */
  void correct(INDArray update, LearnedHyperparameters taken, LearnedHyperparameters exact) {
    INDArray[] vectors = state.vectors();
    kernel.add(update, vectors[0], exact.stepSize() - taken.stepSize());
    for (Hyperparameter h : config.learned()) {
      if (h != Hyperparameter.LEARNING_RATE) {
        double change = exact.value(h) - taken.value(h);
        kernel.add(update, vectors[config.slot(h)], exact.stepSize() * change);
      }
    }
    remember(exact);
  }

  /** Keeps the hyperparameters for the next iteration. */
  void remember(LearnedHyperparameters learned) {
    state.write(learned);
    stepped = learned;
  }
}
