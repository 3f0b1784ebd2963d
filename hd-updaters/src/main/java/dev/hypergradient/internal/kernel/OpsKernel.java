package dev.hypergradient.internal.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * FLOAT and DOUBLE vectors by ND4J operations, which every backend has.
 *
 * <p>If only the learning rate is learned, an updater step on a device takes these native
 * operations: one dot product and the copy of its result, at most one for the direction, one or two
 * for what the learning rate rule remembers, one multiplication by the learning rate. The host
 * waits for the result of the dot product, since the learning rate follows from it, and reads the
 * state's scalars in the same pause. Where the rule needs ‖d‖², that is one more dot product that
 * is waited for.
 */
final class OpsKernel extends VectorKernel {

  private final Sums sums;

  /**
   * A kernel for a block.
   *
   * @param vectors the state
   * @param ownVectors the number of those that are no partial derivatives
   */
  OpsKernel(FlatVector[] vectors, int ownVectors) {
    this(
        vectors,
        ownVectors,
        Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU
            ? new BlasSums()
            : new DeviceSums());
  }

  OpsKernel(FlatVector[] vectors, int ownVectors, Sums sums) {
    super(vectors, ownVectors);
    this.sums = sums;
  }

  @Override
  public void products(FlatVector gradient, boolean norms, double[] products) {
    FlatVector trace = vectors[0];
    List<Sums.Pair> pairs = new ArrayList<>();
    pairs.add(new Sums.Pair(gradient, trace));
    for (int i = ownVectors; i < vectors.length; i++) {
      pairs.add(new Sums.Pair(gradient, vectors[i]));
    }
    if (norms) {
      pairs.add(new Sums.Pair(gradient, gradient));
      pairs.add(new Sums.Pair(trace, trace));
    }
    double[] found = sums.of(pairs);
    int partials = vectors.length - ownVectors;
    products[GRADIENT_TRACE] = found[0];
    System.arraycopy(found, 1, products, GRADIENT_PARTIALS, partials);
    products[GRADIENT_SQUARED] = norms ? found[1 + partials] : 0;
    products[DIRECTION_SQUARED] = 0;
    products[TRACE_SQUARED] = norms ? found[2 + partials] : 0;
  }

  @Override
  public double directionSquared(Direction direction, FlatVector gradient) {
    INDArray[] state = new INDArray[vectors.length];
    for (int i = 0; i < state.length; i++) {
      // All but the trace may be written.
      boolean written = i > 0 || direction.reads(i);
      state[i] = written ? vectors[i].array().dup() : vectors[i].array();
    }
    INDArray copy = gradient.array().dup();
    direction.apply(copy, state);
    return square(FlatVector.of(copy));
  }

  @Override
  public double step(Direction direction, Update update, FlatVector gradient) {
    INDArray[] state = Arrays.stream(vectors).map(FlatVector::array).toArray(INDArray[]::new);
    direction.apply(gradient.array(), state);
    if (update.keepsDirection()) {
      state[0].assign(gradient.array());
    }
    update.apply(gradient.array(), state);
    return update.measuresTrace() ? square(vectors[0]) : 0;
  }

  private double square(FlatVector vector) {
    return sums.of(List.of(new Sums.Pair(vector, vector)))[0];
  }

  @Override
  public void add(FlatVector update, int vector, double factor) {
    update.array().addi(vectors[vector].array().mul(factor));
  }
}
