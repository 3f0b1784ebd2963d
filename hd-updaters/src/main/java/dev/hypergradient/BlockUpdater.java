package dev.hypergradient;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.kernel.FlatVector;
import dev.hypergradient.kernel.Kernel;
import dev.hypergradient.kernel.Kernels;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final HypergradientUpdater origin;
  private final HypergradientUpdater config;
  private final List<WeakReference<HypergradientUpdater>> shownIn = new ArrayList<>();
  private final WeakReference<BlockUpdater> self = new WeakReference<>(this);

  private BlockState state;
  private Kernel kernel;
  private SharedRate sharedRate;

  /** ‖d‖² of the last step, if the rule needs it. */
  private double directionSquared;

  /** Those of the last step; {@code null} before the first. */
  private volatile LearnedHyperparameters stepped;

  /** An updater without state. */
  BlockUpdater(HypergradientUpdater origin) {
    this.origin = origin;
    // One that nobody else holds, so that it shows this block's learning rate only.
    config = origin.copy();
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
    setState(array, initialize);
    sharedRate = SharedRates.joinInline(this, origin, initialize);
  }

  @Override
  public Map<String, INDArray> getState() {
    Map<String, INDArray> stateMap = new HashMap<>();
    stateMap.put(STATE, state.view());
    return stateMap;
  }

  /** {@inheritDoc} SameDiff calls this itself, and gives the shape. */
  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    setState(viewArray, initialize);
    sharedRate =
        gradientShape == null
            ? SharedRates.join(this)
            : SharedRates.joinInline(this, origin, initialize);
  }

  private void setState(INDArray array, boolean initialize) {
    // Outside of workspaces, which would reclaim the view.
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      state = new BlockState(config, FlatVector.of(array));
    }
    if (initialize) {
      state.initialize();
    }
    kernel = null;
    stepped = null;
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    if (state == null) {
      throw new IllegalStateException("updater used before setStateViewArray or setState");
    }
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      if (FlatVector.isFlat(gradient)) {
        sharedRate.step(this, FlatVector.of(gradient), iteration, epoch);
      } else {
        INDArray copy = gradient.dup('c');
        sharedRate.step(this, FlatVector.of(copy), iteration, epoch);
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
  void bind(FlatVector gradient) {
    boolean trained = bindAsBefore();
    if (!trained) {
      state.bind(gradient.offset(), gradient.length());
      bindKernel();
      config.initialize(kernel);
    }
    state.checkFits(gradient);
  }

  /** Cuts the state as it remembers from training before; false if it has not trained. */
  boolean bindAsBefore() {
    boolean bound = state.bindAsBefore();
    if (bound && kernel == null) {
      state.checkVectors(config.step(state.readLearned(), 0).squares());
      bindKernel();
    }
    return bound;
  }

  private void bindKernel() {
    kernel = Kernels.of(state.vectors(), config.ownVectors());
  }

  /** What must be known of this block's gradient and its previous step. */
  DotProducts measure(FlatVector gradient) {
    state.checkFits(gradient);
    LearningRateRule rule = config.getLearningRateRule();
    boolean norms = rule.needsNorms() || sharedRate.normsWanted();
    double[] sums = new double[DotProducts.scalars(config)];
    kernel.products(gradient, norms, sums);
    double directionSquared = rule.looksFurther() ? state.readDirectionSquared() : 0;
    return DotProducts.of(sums, directionSquared, gradient.length());
  }

  /** Turns the gradient into the update. */
  void step(FlatVector gradient, LearnedHyperparameters learned, int iteration) {
    directionSquared =
        kernel.step(config.step(learned, iteration), gradient, learned.trace(), learned.stepSize());
  }

  /** Makes good a step that was taken with other hyperparameters. */
  void correct(FlatVector update, LearnedHyperparameters taken, LearnedHyperparameters exact) {
    boolean displacement = config.getLearningRateRule().looksFurther();
    INDArray trace = state.vectors()[0].array();
    if (displacement) {
      trace.subi(update.array()).muli(exact.trace().decay() / taken.trace().decay());
      // The direction is gone. A rate of 0 depends on no gradient, so it needs no correction.
      update.array().muli(taken.stepSize() == 0 ? 1 : exact.stepSize() / taken.stepSize());
    } else {
      kernel.add(update, 0, exact.stepSize() - taken.stepSize());
    }
    for (Hyperparameter h : config.learned()) {
      if (h != Hyperparameter.LEARNING_RATE) {
        double change = exact.value(h) - taken.value(h);
        kernel.add(update, config.slot(h), exact.stepSize() * change);
      }
    }
    if (displacement) {
      trace.addi(update.array());
    }
    remember(exact);
  }

  /** Keeps the hyperparameters for the next iteration. */
  void remember(LearnedHyperparameters learned) {
    remember(learned, DotProducts.NONE);
  }

  /** Keeps products as well. */
  void remember(LearnedHyperparameters learned, DotProducts products) {
    state.write(learned, directionSquared, products);
    stepped = learned;
  }
}
