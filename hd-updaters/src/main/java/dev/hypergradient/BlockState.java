package dev.hypergradient;

import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.kernel.FlatVector;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One block's part of the updater state array.
 *
 * <pre>  [ c elements of scalars for each variable, the first c in use | direction | vector 1 | … ]
 * </pre>
 *
 * <p>DL4J asks for the size variable by variable and never tells how many there are; the number N
 * of parameters comes with the first gradient. So the k vectors, k·N elements, are measured from
 * the end.
 *
 * <p>The scalars are the {@link StateMark}, the configuration's revision, the place of the block's
 * gradient in the network's, the mean square of the last direction if anybody needs it, the {@link
 * LearnedHyperparameters}, and for an {@link InlineRate} the {@link DotProducts} of the last step.
 * Every block of a scope holds the same rate, so that any of them can begin an iteration; and the
 * places let the first step after a restore reach the gradients of all blocks.
 */
final class BlockState {

  /**
   * Offset and length are kept as digits of base 256: sums of 65,000 workers' are exact in FLOAT,
   * and so are their means. The whole numbers would be rounded, and the blocks displaced.
   */
  private static final int DIGITS = 5;

  private static final int MEAN_SQUARE = 2;

  /** The number of the scalar that the offset's digits begin with. */
  static final int OFFSET_START = 3;

  private static final int LENGTH_START = OFFSET_START + DIGITS;
  private static final int FIXED_SCALARS = LENGTH_START + DIGITS;

  private final HypergradientUpdater config;
  private final FlatVector view;
  private final int vectorCount;
  private final int scalarCount;
  private final int productsStart;
  private final SplitScalars scalars;
  private final int mark;
  private FlatVector[] vectors;
  private long gradientOffset;

  BlockState(HypergradientUpdater config, FlatVector view) {
    this.config = config;
    this.view = view;
    vectorCount = config.stateVectors();
    scalarCount = scalarCount(config);
    productsStart = productsStart(config);
    if (view.length() < SplitScalars.elements(scalarCount)) {
      throw new IllegalArgumentException(
          String.format(
              "updater state must have at least %d elements for %s, got %d",
              SplitScalars.elements(scalarCount), config, view.length()));
    }
    scalars = new SplitScalars(view, scalarCount);
    mark = StateMark.of(config);
  }

  /** The number of elements for a variable of n parameters. */
  static long size(HypergradientUpdater config, long n) {
    return config.stateVectors() * n + SplitScalars.elements(scalarCount(config));
  }

  private static int scalarCount(HypergradientUpdater config) {
    return productsStart(config) + DotProducts.scalars(config);
  }

  private static int productsStart(HypergradientUpdater config) {
    return FIXED_SCALARS + LearnedHyperparameters.scalars(config);
  }

  void initialize() {
    LearnedHyperparameters initial = LearnedHyperparameters.initial(config);
    if (!canHold(initial)) {
      throw new IllegalArgumentException(
          String.format(
              "hyperparameters must be at most %s in a network of %s, got %s",
              scalars.greatest(), view.dataType(), config));
    }
    view.array().assign(0);
    write(initial, 0, DotProducts.NONE, 0, 0);
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
    // A length that was read may be any number.
    boolean possible = length > 0 && length < view.length();
    long head = view.length() - vectorCount * length;
    int perVariable = SplitScalars.elements(scalarCount);
    if (!possible || head <= 0 || head % perVariable != 0) {
      throw new IllegalStateException(
          String.format(
              "updater state of %d elements does not fit a block of %d parameters:"
                  + " expected %d for each parameter and %d for each variable",
              view.length(), length, vectorCount, perVariable));
    }
    vectors = new FlatVector[vectorCount];
    for (int i = 0; i < vectorCount; i++) {
      vectors[i] = view.elsewhere(view.offset() + head + i * length, length);
    }
  }

  /** Binds as the array remembers from training before; false if it has not trained. */
  boolean bindAsBefore() {
    if (!isBound()) {
      double[] values = readChecked();
      long length = readDigits(values, LENGTH_START);
      if (length != 0) {
        bind(readDigits(values, OFFSET_START), length);
      }
    }
    return isBound();
  }

  /** Refuses a gradient that the vectors cannot belong to. */
  void checkFits(FlatVector gradient) {
    if (gradient.length() != gradientLength() || gradient.dataType() != view.dataType()) {
      throw new IllegalStateException(
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
    for (int i = 0; i < vectorCount; i++) {
      boolean ofSquares = Arrays.binarySearch(squares, i) >= 0;
      if (!(ofSquares ? vectors[i].isNotNegative() : vectors[i].isFinite())) {
        INDArray vector = vectors[i].array();
        throw new IllegalStateException(
            String.format(
                "updater state is corrupt: expected no number of vector %d of %d to be %s, got"
                    + " numbers from %s to %s with the sum %s",
                i + 1,
                vectorCount,
                ofSquares ? "negative or NaN" : "infinite or NaN",
                vector.minNumber(),
                vector.maxNumber(),
                vector.sumNumber()));
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

  /** All state vectors, the direction first. */
  FlatVector[] vectors() {
    return vectors;
  }

  /**
   * The learned rate; or, if the configuration has been given another learning rate since it was
   * written, one that continues from that.
   */
  LearnedHyperparameters readLearned() {
    double[] values = scalars.read();
    LearnedHyperparameters learned = checked(values);
    boolean overruled = Math.round(values[1]) != config.learningRateRevision();
    return overruled
        ? learned.withLearningRate(config.initialValue(Hyperparameter.LEARNING_RATE))
        : learned;
  }

  private double[] readChecked() {
    double[] values = scalars.read();
    checked(values);
    return values;
  }

  /** The hyperparameters among the scalars, which must be this updater's and finite. */
  private LearnedHyperparameters checked(double[] values) {
    LearnedHyperparameters learned =
        LearnedHyperparameters.readFrom(config, values, FIXED_SCALARS, productsStart);
    if (!StateMark.matches(values[0], mark)) {
      throw new IllegalStateException(
          String.format(
              "not an updater state of this updater: expected the mark %d of %s, got %s",
              mark, config, values[0]));
    }
    boolean sound = values[MEAN_SQUARE] >= 0 && Arrays.stream(values).allMatch(Double::isFinite);
    if (!sound || !canHold(learned)) {
      throw new IllegalStateException(
          String.format(
              "updater state is corrupt: expected finite hyperparameters of at most %s, got %s",
              scalars.greatest(), Arrays.toString(values)));
    }
    return learned;
  }

  /** Tells whether the values are finite and in the range of the network's data type. */
  boolean canHold(LearnedHyperparameters learned) {
    return learned.isWithin(scalars.greatest());
  }

  /** The products of the last step, if they were written. */
  DotProducts readProducts() {
    double[] values = readChecked();
    double[] sums = Arrays.copyOfRange(values, productsStart, scalarCount);
    long length = readDigits(values, LENGTH_START);
    return DotProducts.of(sums, values[MEAN_SQUARE] * length, length);
  }

  /** ‖d‖² of the last step, if it was written. */
  double readDirectionSquared() {
    return readChecked()[MEAN_SQUARE] * gradientLength();
  }

  /** Keeps what the next iteration needs: ‖d‖² and products only if it does. */
  void write(LearnedHyperparameters learned, double directionSquared, DotProducts products) {
    double meanSquare = Math.min(directionSquared / gradientLength(), scalars.greatest());
    write(learned, meanSquare, products, gradientOffset, gradientLength());
  }

  private void write(
      LearnedHyperparameters learned,
      double meanSquare,
      DotProducts products,
      long offset,
      long length) {
    double[] values = new double[scalarCount];
    values[0] = mark;
    values[1] = config.learningRateRevision();
    values[MEAN_SQUARE] = meanSquare;
    writeDigits(offset, values, OFFSET_START);
    writeDigits(length, values, LENGTH_START);
    learned.writeTo(values, FIXED_SCALARS);
    products.writeTo(values, productsStart);
    scalars.write(values);
  }

  private static void writeDigits(long number, double[] values, int start) {
    for (int i = 0; i < DIGITS; i++) {
      values[start + i] = (number >> (Byte.SIZE * i)) & 0xff;
    }
  }

  private static long readDigits(double[] values, int start) {
    long number = 0;
    for (int i = 0; i < DIGITS; i++) {
      number += Math.round(values[start + i]) << (Byte.SIZE * i);
    }
    return number;
  }
}
