package dev.hypergradient.internal.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * FLOAT and DOUBLE vectors in host memory, by loops of the JVM.
 *
 * <p>A step passes over memory twice, since the learning rate must be known before anything moves.
 * The first pass reads the gradient, the trace and the partial derivatives once and finds all
 * products. The second reads the gradient and what the direction depends on, and writes the state
 * and the update. Floats moved for each parameter if only the learning rate is learned:
 *
 * <pre>
 *                products   step                         total
 *   SgdHd        g D        g        → D, update         2 + 3 = 5
 *   NesterovsHd  g D        g v      → v, D, update      2 + 5 = 7
 *   AdamHd       g D        g m v    → m, v, D, update   2 + 7 = 9
 * </pre>
 *
 * <p>and one more where the rule keeps a displacement in D, which has to be read.
 *
 * <p>Pieces of the vectors are copied to the heap and back, since JDK 17 vectorises loops over
 * arrays but not over memory outside of the heap; they stay in the processor's first cache, and
 * memory is moved no more often than without.
 *
 * <p>Products of FLOAT vectors are summed in {@value Tile#LANES} float lanes of {@value
 * #PRODUCTS_IN_LANE} products each, and those in double precision: the error is at most 2e-6 of the
 * sum of the products' magnitudes, and some 1e-9 of it as a rule. The order of the sums depends on
 * the number of parameters alone, not on threads or addresses.
 */
final class JvmKernel extends VectorKernel {

  private static final int PRODUCTS_IN_LANE = 32;

  /** The number of elements whose products the lanes take before they are drained. */
  private static final int RUN = PRODUCTS_IN_LANE * Tile.LANES;

  /** For less, waking another thread costs more than it saves. */
  private static final int MIN_PARALLEL_LENGTH = 4 * RUN;

  /** From here on, a thread takes several runs at a time: memory likes to be read in order. */
  private static final int MIN_LARGE_LENGTH = 1 << 20;

  private final int sumCount;
  private final int segmentLength;
  private final int segments;
  private final Tile[] tiles;
  private final double[] segmentSums;
  private DataBuffer gradientRoot;
  private long gradientOffset;

  /**
   * A kernel for a block.
   *
   * @param vectors the state
   * @param ownVectors the number of those that are no partial derivatives
   */
  JvmKernel(FlatVector[] vectors, int ownVectors) {
    this(
        vectors,
        ownVectors,
        vectors[0].length() < MIN_PARALLEL_LENGTH ? 1 : ParallelLoop.workers());
  }

  JvmKernel(FlatVector[] vectors, int ownVectors, int workers) {
    super(vectors, ownVectors);
    sumCount = GRADIENT_PARTIALS + vectors.length - ownVectors;
    long length = vectors[0].length();
    segmentLength = length < MIN_LARGE_LENGTH ? RUN : 4 * RUN;
    segments = Math.toIntExact((length + segmentLength - 1) / segmentLength);
    segmentSums = new double[segments * sumCount];
    tiles = new Tile[workers];
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] =
          vectors[0].dataType() == DataType.FLOAT
              ? new FloatTile(vectors, sumCount)
              : new DoubleTile(vectors, sumCount);
    }
  }

  @Override
  public void products(FlatVector gradient, boolean norms, double[] sums) {
    take(gradient);
    if (tiles.length == 1) {
      for (int segment = 0; segment < segments; segment++) {
        multiply(tiles[0], segment, norms);
      }
    } else {
      inParallel((worker, segment) -> multiply(tiles[worker], segment, norms));
    }
    for (int i = 0; i < sumCount; i++) {
      sums[i] = sum(i);
    }
  }

  private double sum(int place) {
    double sum = 0;
    for (int i = place; i < segmentSums.length; i += sumCount) {
      sum += segmentSums[i];
    }
    return sum;
  }

  private void multiply(Tile tile, int segment, boolean norms) {
    int sums = segment * sumCount;
    Arrays.fill(segmentSums, sums, sums + sumCount, 0);
    long end = end(segment);
    for (long run = start(segment); run < end; run += RUN) {
      multiply(tile, run, Math.min(run + RUN, end), norms);
      for (int i = 0; i < sumCount; i++) {
        if (i == GRADIENT_TRACE || i >= GRADIENT_PARTIALS || (norms && i != DIRECTION_SQUARED)) {
          segmentSums[sums + i] += tile.drain(i);
        }
      }
    }
  }

  private void multiply(Tile tile, long from, long to, boolean norms) {
    for (long start = from; start < to; start += Tile.LANES) {
      int length = (int) Math.min(Tile.LANES, to - start);
      tile.load(Tile.GRADIENT, start, length);
      tile.load(0, start, length);
      tile.multiply(GRADIENT_TRACE, Tile.GRADIENT, 0, length);
      if (norms) {
        tile.multiply(GRADIENT_SQUARED, Tile.GRADIENT, Tile.GRADIENT, length);
        tile.multiply(TRACE_SQUARED, 0, 0, length);
      }
      for (int i = ownVectors; i < vectors.length; i++) {
        tile.load(i, start, length);
        tile.multiply(GRADIENT_PARTIALS + i - ownVectors, Tile.GRADIENT, i, length);
      }
    }
  }

  @Override
  public double directionSquared(Direction direction, FlatVector gradient) {
    take(gradient);
    if (tiles.length == 1) {
      for (int segment = 0; segment < segments; segment++) {
        squareDirection(tiles[0], segment, direction);
      }
    } else {
      inParallel((worker, segment) -> squareDirection(tiles[worker], segment, direction));
    }
    return sum(0);
  }

  private void squareDirection(Tile tile, int segment, Direction direction) {
    segmentSums[segment * sumCount] = 0;
    long end = end(segment);
    for (long run = start(segment); run < end; run += RUN) {
      long runEnd = Math.min(run + RUN, end);
      for (long start = run; start < runEnd; start += Tile.SIZE) {
        int length = (int) Math.min(Tile.SIZE, runEnd - start);
        tile.load(Tile.GRADIENT, start, length);
        for (int i = 0; i < vectors.length; i++) {
          if (direction.reads(i)) {
            tile.load(i, start, length);
          }
        }
        tile.squareDirection(0, direction, length);
      }
      segmentSums[segment * sumCount] += tile.drain(0);
    }
  }

  @Override
  public double step(Direction direction, Update update, FlatVector gradient) {
    take(gradient);
    // From the end: that is what the products have left in the caches, and what is stepped last,
    // the beginning, is what DL4J reads first.
    int last = segments - 1;
    if (tiles.length == 1) {
      for (int segment = last; segment >= 0; segment--) {
        step(tiles[0], segment, direction, update);
      }
    } else {
      inParallel((worker, round) -> step(tiles[worker], last - round, direction, update));
    }
    return update.measuresTrace() ? sum(0) : 0;
  }

  private void step(Tile tile, int segment, Direction direction, Update update) {
    segmentSums[segment * sumCount] = 0;
    long end = end(segment);
    for (long run = start(segment); run < end; run += RUN) {
      step(tile, run, Math.min(run + RUN, end), direction, update);
      if (update.measuresTrace()) {
        segmentSums[segment * sumCount] += tile.drain(0);
      }
    }
  }

  private void step(Tile tile, long from, long to, Direction direction, Update update) {
    for (long start = from; start < to; start += Tile.SIZE) {
      int length = (int) Math.min(Tile.SIZE, to - start);
      tile.load(Tile.GRADIENT, start, length);
      for (int i = 0; i < vectors.length; i++) {
        if (direction.reads(i) || update.reads(i)) {
          tile.load(i, start, length);
        }
      }
      tile.apply(direction, length);
      if (update.keepsDirection()) {
        tile.storeGradient(0, start, length);
      }
      tile.apply(update, length);
      if (update.measuresTrace()) {
        tile.square(0, 0, length);
      }
      for (int i = update.keepsDirection() ? 1 : 0; i < vectors.length; i++) {
        tile.store(i, start, length);
      }
      tile.store(Tile.GRADIENT, start, length);
    }
  }

  @Override
  public void add(FlatVector update, int vector, double factor) {
    take(update);
    if (tiles.length == 1) {
      for (int segment = 0; segment < segments; segment++) {
        add(tiles[0], segment, vector, factor);
      }
    } else {
      inParallel((worker, segment) -> add(tiles[worker], segment, vector, factor));
    }
  }

  private void add(Tile tile, int segment, int vector, double factor) {
    long end = end(segment);
    for (long start = start(segment); start < end; start += Tile.SIZE) {
      int length = (int) Math.min(Tile.SIZE, end - start);
      tile.load(Tile.GRADIENT, start, length);
      tile.load(vector, start, length);
      tile.add(vector, factor, length);
      tile.store(Tile.GRADIENT, start, length);
    }
  }

  /** DL4J hands in the same memory at each step. */
  private void take(FlatVector gradient) {
    if (gradient.root() != gradientRoot || gradient.offset() != gradientOffset) {
      for (Tile tile : tiles) {
        tile.setGradient(gradient);
      }
      gradientRoot = gradient.root();
      gradientOffset = gradient.offset();
    }
  }

  /** Of several threads. A single one loops by itself, and allocates nothing. */
  private void inParallel(ParallelLoop.Body body) {
    ParallelLoop.run(segments, tiles.length, body);
  }

  private long start(int segment) {
    return (long) segment * segmentLength;
  }

  private long end(int segment) {
    return Math.min(start(segment) + segmentLength, vectors[0].length());
  }
}
