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

  private final BlockState state;
  private volatile Setup setup;

  /** {@code null} until the length of the vectors is known. */
  private Kernel kernel;

  /** What the last step measured, if the rule needs it. */
  private double measuredSquare;

  /** The state before the coming step, if it has been read already. */
  private StateRecord before;

  /** Those of the last step; {@code null} before the first. */
  private volatile LearnedHyperparameters stepped;

  /** The learning rate that the next step continues from; NaN for that in the state. */
  private volatile double rateSet = Double.NaN;

  /** A block with its part of the updater state array. */
  Block(Setup setup, FlatVector view) {
    this.setup = setup;
    state = new BlockState(setup, view);
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
    double rate = rateSet;
    LearnedHyperparameters last = stepped;
    LearnedHyperparameters learned = last != null ? last : state.readLearned();
    return Double.isNaN(rate) ? learned : learned.withLearningRate(rate);
  }

  /**
   * Continues from another learning rate.
   *
   * @param rate the learning rate; NaN for that in the state
   */
  void reset(double rate) {
    rateSet = rate;
  }

  /** Tells whether the next step continues from another learning rate than that in the state. */
  boolean isReset() {
    return !Double.isNaN(rateSet);
  }

  /** Lets the state hold the learning rate to continue from, for whoever reads the array. */
  synchronized void writeRate() {
    if (isReset() && !isReleased() && state.isSound()) {
      state.overrule(rateSet);
    }
  }

  /** Takes the learning rate to continue from for the next step. */
  void takeRate() {
    if (isReset()) {
      overrule();
    }
  }

  private synchronized void overrule() {
    state.overrule(rateSet);
    rateSet = Double.NaN;
  }

  /** Goes on at once with other settings, and with another learning rate unless it is NaN. */
  void reset(Setup other, double rate) {
    setup = other;
    if (!Double.isNaN(rate)) {
      state.overrule(rate);
      stepped = null;
    }
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
    return before == null ? state.readLearned() : before.learned;
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
    remember(learned, DotProducts.NONE, 0);
  }

  /** Keeps hyperparameters and products for the next iteration, of the graph's given iteration. */
  void remember(LearnedHyperparameters learned, DotProducts products, long turn) {
    state.write(learned, measuredSquare, products, turn);
    before = null;
    stepped = learned;
  }
}
