package dev.hypergradient.internal.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * HALF vectors, computed in FLOAT: BLAS has no HALF, and neither squared gradients nor Adam's usual
 * ε fit into it. The state stays HALF; of averages of squares it holds the root, which has the
 * range of the gradient itself.
 *
 * <p>Each call copies its vectors to FLOAT and back.
 */
final class HalfKernel extends VectorKernel {

  /**
   * A kernel for a block.
   *
   * @param vectors the state
   * @param ownVectors the number of those that are no partial derivatives
   */
  HalfKernel(FlatVector[] vectors, int ownVectors) {
    super(vectors, ownVectors);
  }

  @Override
  public void products(FlatVector gradient, boolean norms, double[] sums) {
    FlatVector[] wide = widen();
    FlatVector g = widen(gradient);
    new OpsKernel(wide, ownVectors).products(g, norms, sums);
    close(g);
    Arrays.stream(wide).forEach(HalfKernel::close);
  }

  @Override
  public double directionSquared(Direction direction, FlatVector gradient) {
    FlatVector[] wide = widen();
    FlatVector g = widen(gradient);
    square(direction, wide);
    double square = new OpsKernel(wide, ownVectors).directionSquared(direction, g);
    close(g);
    Arrays.stream(wide).forEach(HalfKernel::close);
    return square;
  }

  /** Of averages of squares the state holds the root. */
  private static void square(Direction direction, FlatVector[] wide) {
    for (int i : direction.squares()) {
      INDArray roots = wide[i].array();
      roots.muli(roots);
    }
  }

  @Override
  public double step(Direction direction, Update update, FlatVector gradient) {
    FlatVector[] wide = widen();
    FlatVector g = widen(gradient);
    square(direction, wide);
    double square = new OpsKernel(wide, ownVectors).step(direction, update, g);
    for (int i : direction.squares()) {
      Transforms.sqrt(wide[i].array(), false);
    }
    narrow(g, gradient);
    for (int i = 0; i < vectors.length; i++) {
      narrow(wide[i], vectors[i]);
    }
    return square;
  }

  @Override
  public void fillSquares(int vector, double value) {
    vectors[vector].fill(Math.min(Math.sqrt(value), vectors[vector].max()));
  }

  @Override
  public void add(FlatVector update, int vector, double factor) {
    FlatVector wideUpdate = widen(update);
    FlatVector x = widen(vectors[vector]);
    wideUpdate.array().addi(x.array().muli(factor));
    close(x);
    narrow(wideUpdate, update);
  }

  private FlatVector[] widen() {
    return Arrays.stream(vectors).map(HalfKernel::widen).toArray(FlatVector[]::new);
  }

  private static FlatVector widen(FlatVector half) {
    return FlatVector.of(half.array().castTo(DataType.FLOAT));
  }

  private static void narrow(FlatVector floats, FlatVector half) {
    half.array().assign(floats.array());
    close(floats);
  }

  private static void close(FlatVector floats) {
    floats.array().data().close();
  }
}
