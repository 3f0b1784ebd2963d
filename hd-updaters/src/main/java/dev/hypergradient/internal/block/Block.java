package dev.hypergradient.internal.block;

import dev.hypergradient.internal.kernel.Direction;
import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.kernel.Kernel;
import dev.hypergradient.internal.kernel.Kernels;
import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.rule.Rule;
import dev.hypergradient.internal.setup.Setup;

/**
 * State and kernel of one block: a run of parameters with equal configurations. It does what a
 * {@code Round} tells it to. Not thread-safe, but for {@link #learned}.
 */
public final class Block {

  private final Setup setup;
  private final BlockState state;

  /** {@code null} until the length of the vectors is known. */
  private Kernel kernel;

  /** What the last step measured, if the rule needs it. */
  private double measuredSquare;

  /** The state before the coming step, if it has been read already. */
  private StateRecord before;

  /** Those of the last step; {@code null} before the first. */
  private volatile LearnedHyperparameters stepped;

  /**
   * A block with its part of the updater state array.
   *
   * @param learningRateRevision how often the configuration has been given another learning rate
   */
  Block(Setup setup, int learningRateRevision, FlatVector view) {
    this.setup = setup;
    state = new BlockState(setup, learningRateRevision, view);
  }

  /** Overwrites the state with that before the first step. */
  void initialize() {
    state.initialize();
  }

  /** Tells whether the state array has been closed, so that nobody can train with it any more. */
  boolean isReleased() {
    return state.root().wasClosed();
  }

  Setup setup() {
    return setup;
  }

  BlockState state() {
    return state;
  }

  /**
   * The hyperparameters as they stand: those of the last step, or those that the state was restored
   * with.
   */
  public LearnedHyperparameters learned() {
    LearnedHyperparameters last = stepped;
    return last != null ? last : state.readLearned();
  }

  /**
   * Turns the block's parameters into their average, if the rule averages them.
   *
   * @param parameters a copy of them, overwritten
   */
  public void average(FlatVector parameters) {
    Rule rule = setup.rule();
    if (rule.averages() && bindAsBefore()) {
      kernel.add(parameters, 1, -rule.shareOfOffset());
    }
  }

  /** Cuts the state to the gradient's length, and initialises it if this is the first step ever. */
  void bind(FlatVector gradient) {
    boolean trained = bindAsBefore();
    if (!trained) {
      state.bind(gradient.offset(), gradient.length());
      bindKernel();
      setup.initialize(kernel);
    }
    state.checkFits(gradient);
  }

  /** Cuts the state as it remembers from training before; false if it has not trained. */
  boolean bindAsBefore() {
    boolean bound = state.bindAsBefore();
    if (bound && kernel == null) {
      state.checkVectors(state.readLearned().direction(0).squares());
      bindKernel();
    }
    return bound;
  }

  private void bindKernel() {
    kernel = Kernels.of(state.vectors(), setup.layout().own());
  }

  /**
   * What must be known of this block's gradient and its previous step.
   *
   * @param norms whether somebody else than the rule wants the squares of gradient and trace
   */
  DotProducts measure(FlatVector gradient, boolean norms, int iteration) {
    state.checkFits(gradient);
    Rule rule = setup.rule();
    double[] sums = new double[DotProducts.count(setup.layout().partials().size())];
    if (norms || rule.needsProducts()) {
      kernel.products(gradient, norms || rule.needsNorms(), sums);
    }
    if (!rule.needsLengths()) {
      return DotProducts.of(sums, 0, gradient.length());
    }
    before = state.read();
    Direction coming = before.learned.direction(iteration);
    sums[Kernel.DIRECTION_SQUARED] = kernel.directionSquared(coming, gradient);
    return DotProducts.of(sums, before.measuredSquare(), gradient.length());
  }

  /** The hyperparameters before the coming step. */
  LearnedHyperparameters before() {
    return before == null ? state.readLearned() : state.learned(before);
  }

  /** Turns the gradient into the update. */
  void step(FlatVector gradient, LearnedHyperparameters learned, int iteration) {
    if (learned.moves()) {
      measuredSquare = kernel.step(learned.direction(iteration), learned.update(), gradient);
    } else {
      gradient.fill(0);
      measuredSquare = before == null ? 0 : before.measuredSquare();
    }
  }

  /** Makes good a step that was taken with other hyperparameters. */
  void correct(FlatVector update, LearnedHyperparameters taken, LearnedHyperparameters exact) {
    if (taken.moves()) {
      kernel.correct(update, taken.update(), exact.update(), exact.corrections(taken));
      if (exact.update().measuresTrace()) {
        measuredSquare = kernel.traceSquared();
      }
    }
    remember(exact);
  }

  /** Keeps the hyperparameters for the next iteration. */
  void remember(LearnedHyperparameters learned) {
    remember(learned, DotProducts.NONE);
  }

  /** Keeps hyperparameters and products for the next iteration. */
  void remember(LearnedHyperparameters learned, DotProducts products) {
    state.write(learned, measuredSquare, products);
    before = null;
    stepped = learned;
  }
}
