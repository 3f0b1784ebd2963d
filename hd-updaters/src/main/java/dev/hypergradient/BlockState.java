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
 * <p>The scalars are a mark of the format, the configuration's revision, the place of the block's
 * gradient in the network's, the {@link LearnedHyperparameters}, and for an {@link InlineRate} the
 * {@link DotProducts} of the last step. Every block of a scope holds the same rate, so that any of
 * them can begin an iteration; and the places let the first step after a restore reach the
 * gradients of all blocks.
 */
final class BlockState {

  private static final double FORMAT = 1;
  private static final int FIXED_SCALARS = 4;

  /** Brings offsets and lengths into the range of HALF; a power of two, so they stay exact. */
  private static final double PLACE_SCALE = 0x1p31;

  private final HypergradientUpdater config;
  private final FlatVector view;
  private final int vectorCount;
  private final int scalarCount;
  private final int productsStart;
  private final SplitScalars scalars;
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
    view.array().assign(0);
    write(LearnedHyperparameters.initial(config), DotProducts.NONE, 0, 0);
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
    long head = view.length() - vectorCount * length;
    int perVariable = SplitScalars.elements(scalarCount);
    if (head <= 0 || head % perVariable != 0) {
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
      long length = Math.round(values[3] * PLACE_SCALE);
      if (length > 0) {
        bind(Math.round(values[2] * PLACE_SCALE), length);
      }
    }
    return isBound();
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
    double[] values = readChecked();
    LearnedHyperparameters learned =
        LearnedHyperparameters.readFrom(config, values, FIXED_SCALARS, productsStart);
    boolean overruled = Math.round(values[1]) != config.learningRateRevision();
    return overruled
        ? learned.withLearningRate(config.initialValue(Hyperparameter.LEARNING_RATE))
        : learned;
  }

  private double[] readChecked() {
    double[] values = scalars.read();
    LearnedHyperparameters learned =
        LearnedHyperparameters.readFrom(config, values, FIXED_SCALARS, productsStart);
    if (Math.abs(values[0] - FORMAT) > 0.01 || !canHold(learned)) {
      throw new IllegalStateException(
          String.format(
              "not an updater state of this updater: expected format %s and finite hyperparameters,"
                  + " got %s and learning rate %s",
              FORMAT, values[0], learned.learningRate()));
    }
    return values;
  }

  /** Tells whether the values are finite and in the range of the network's data type. */
  boolean canHold(LearnedHyperparameters learned) {
    return learned.isWithin(scalars.greatest());
  }

  /** The products of the last step, if they were written. */
  DotProducts readProducts() {
    double[] values = readChecked();
    return DotProducts.of(Arrays.copyOfRange(values, productsStart, scalarCount));
  }

  /** Keeps the hyperparameters, and products if they are needed in the next iteration. */
  void write(LearnedHyperparameters learned, DotProducts products) {
    write(learned, products, gradientOffset, gradientLength());
  }

  private void write(
      LearnedHyperparameters learned, DotProducts products, long offset, long length) {
    double[] values = new double[scalarCount];
    values[0] = FORMAT;
    values[1] = config.learningRateRevision();
    values[2] = offset / PLACE_SCALE;
    values[3] = length / PLACE_SCALE;
    learned.writeTo(values, FIXED_SCALARS);
    products.writeTo(values, productsStart);
    scalars.write(values);
  }
}
