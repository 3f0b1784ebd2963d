package dev.hypergradient.internal.block;

import dev.hypergradient.UpdaterStateException;
import dev.hypergradient.internal.kernel.FlatVector;
import dev.hypergradient.internal.rule.DotProducts;
import dev.hypergradient.internal.scalars.SplitScalars;
import dev.hypergradient.internal.setup.Setup;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One block's part of the updater state array.
 *
 * <pre>
 *   for each of the V variables   4·c elements     scalars, see below; those of the first are used
 *   rule's vectors                N elements each  first the trace
 *   method's vectors              N each           such as Adam's m and v
 *   ∂d/∂φ                         N each           for each learned φ but the learning rate
 * </pre>
 *
 * <p>DL4J asks for the size variable by variable and never tells how many there are; the number N
 * of parameters comes with the first gradient. So the vectors are measured from the end.
 *
 * <p>Each of the c scalars takes four elements, see {@link SplitScalars}:
 *
 * <pre>
 *   mark                 1    tells states of different updaters apart
 *   turn                 1    the last step's number among the iterations of a SameDiff graph, or 0
 *   mean square          1    what the last step measured, / N; 0 unless the rule needs it
 *   gradient offset      5    where the block's gradient begins in the network's; base 256
 *   gradient length      5    N, or 0 before the first step; base 256
 *   step size            2    the schedule's factor s and the weight δ of the last step
 *   rule                 r    what the rule remembers
 *   learning rate        1    only if it is not learned
 *   hyperparameters      l    the learned ones, as they are optimised
 *   hyper optimiser      u    the state of all levels
 *   products             4+p  g · D, ‖g‖², ‖D‖², and g · ∂d/∂φ of the last step, in SameDiff only
 * </pre>
 *
 * <p>Every block of a scope holds the same rate, so that any of them can begin an iteration; and
 * the places let the first step after a restore reach the gradients of all blocks.
 */
final class BlockState {

  private final Setup setup;
  private final int mark;
  private final FlatVector view;
  private final int elementsPerVariable;
  private final SplitScalars scalars;

  /** The state vectors; {@code null} until the first gradient tells their length. */
  private FlatVector[] vectors;

  private long gradientOffset;

  BlockState(Setup setup, FlatVector view) {
    this.setup = setup;
    this.view = view;
    mark = StateMark.of(setup);
    elementsPerVariable = elementsPerVariable(setup);
    if (view.length() < elementsPerVariable) {
      throw new UpdaterStateException(
          String.format(
              "updater state must have at least %d elements for %s, got %d",
              elementsPerVariable, setup, view.length()));
    }
    scalars = new SplitScalars(view, scalarCount(setup));
  }

  private static int scalarCount(Setup setup) {
    return StateRecord.initial(setup).toScalars(setup).length;
  }

  private static int elementsPerVariable(Setup setup) {
    return SplitScalars.elements(scalarCount(setup));
  }

  /** The number of elements for a variable of n parameters. */
  static long size(Setup setup, long n) {
    return setup.layout().count() * n + elementsPerVariable(setup);
  }

  void initialize() {
    StateRecord initial = StateRecord.initial(setup);
    if (!canHold(initial.learned)) {
      throw new IllegalArgumentException(
          String.format(
              "hyperparameters must be at most %s in a network of %s, got %s",
              scalars.max(), view.dataType(), setup));
    }
    view.fill(0);
    scalars.write(initial.toScalars(setup));
  }

  /** All of it. */
  INDArray view() {
    return view.array();
  }

  /** The same for all blocks of a network, and for no others. */
  DataBuffer root() {
    return view.root();
  }

  /** The block's position among the blocks of its network. */
  long offset() {
    return view.offset();
  }

  /**
   * Sets the place of the block's gradient in the network's, and cuts the vectors to its length.
   */
  void bind(long offset, long length) {
    gradientOffset = offset;
    int count = setup.layout().count();
    // A length that was read may be any number.
    boolean possible = length > 0 && length < view.length();
    long head = view.length() - count * length;
    if (!possible || head <= 0 || head % elementsPerVariable != 0) {
      throw new UpdaterStateException(
          String.format(
              "updater state of %d elements does not fit a block of %d parameters:"
                  + " expected %d for each parameter and %d for each variable",
              view.length(), length, count, elementsPerVariable));
    }
    vectors = new FlatVector[count];
    for (int i = 0; i < count; i++) {
      vectors[i] = view.elsewhere(view.offset() + head + i * length, length);
    }
  }

  /** Binds as the array remembers from training before; false if it has not trained. */
  boolean bindAsBefore() {
    if (!isBound()) {
      StateRecord before = read();
      if (before.gradientLength != 0) {
        bind(before.gradientOffset, before.gradientLength);
      }
    }
    return isBound();
  }

  /** Refuses a gradient that the vectors cannot belong to. */
  void checkFits(FlatVector gradient) {
    if (gradient.length() != gradientLength() || gradient.dataType() != view.dataType()) {
      throw new UpdaterStateException(
          String.format(
              "the updater state belongs to another network: it expects the gradient of a block to"
                  + " have %d elements of %s, got %d of %s",
              gradientLength(), view.dataType(), gradient.length(), gradient.dataType()));
    }
  }

  /**
   * Refuses vectors that no training leaves behind.
   *
   * @param squares the numbers of those that hold squares, which may have overflowed
   */
  void checkVectors(int[] squares) {
    for (int i = 0; i < vectors.length; i++) {
      boolean ofSquares = Arrays.binarySearch(squares, i) >= 0;
      if (!(ofSquares ? vectors[i].isNotNegative() : vectors[i].isFinite())) {
        throw new UpdaterStateException(
            String.format(
                "updater state is corrupt: expected no number of vector %d of %d to be %s, got %s",
                i + 1,
                vectors.length,
                ofSquares ? "negative or NaN" : "infinite or NaN",
                vectors[i].summary()));
      }
    }
  }

  private boolean isBound() {
    return vectors != null;
  }

  long gradientOffset() {
    return gradientOffset;
  }

  long gradientLength() {
    return vectors[0].length();
  }

  /** All state vectors, the trace first. */
  FlatVector[] vectors() {
    return vectors;
  }

  /** The hyperparameters that the array holds. */
  LearnedHyperparameters readLearned() {
    return read().learned;
  }

  /** Replaces the learning rate that the array holds, and nothing else. */
  void overrule(double learningRate) {
    StateRecord last = read();
    scalars.write(last.withLearned(last.learned.withLearningRate(learningRate)).toScalars(setup));
  }

  /** Tells whether the array holds a state of this updater that can be read. */
  boolean isSound() {
    try {
      read();
      return true;
    } catch (UpdaterStateException e) {
      return false;
    }
  }

  /** The scalars, which must be this updater's and possible. */
  StateRecord read() {
    double[] values = scalars.read();
    StateRecord last = StateRecord.read(setup, values);
    if (!StateMark.matches(last.mark, mark)) {
      throw new UpdaterStateException(
          String.format(
              "not an updater state of this updater: expected the mark %d of %s, got %s",
              mark, setup, last.mark));
    }
    boolean sound = last.meanSquare >= 0 && Arrays.stream(values).allMatch(Double::isFinite);
    if (!sound || !canHold(last.learned)) {
      throw new UpdaterStateException(
          String.format(
              "updater state is corrupt: expected finite hyperparameters of at most %s, got %s",
              scalars.max(), Arrays.toString(values)));
    }
    return last;
  }

  /** The maximum number that a scalar can be. */
  double max() {
    return scalars.max();
  }

  /** Tells whether the values are finite and in the range of the network's data type. */
  boolean canHold(LearnedHyperparameters learned) {
    return learned.isWithin(scalars.max());
  }

  /** Keeps what the next iteration needs: the measured square and products only if it does. */
  void write(
      LearnedHyperparameters learned, double measuredSquare, DotProducts products, long turn) {
    StateRecord next =
        new StateRecord(
            mark,
            turn,
            Math.min(measuredSquare / gradientLength(), scalars.max()),
            gradientOffset,
            gradientLength(),
            learned,
            products);
    scalars.write(next.toScalars(setup));
  }
}
