package dev.hypergradient.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * FLOAT and DOUBLE vectors by ND4J operations, which every backend has.
 *
 * <p>The native operations of a step: for each vector in the products one BLAS dot in 65,536
 * elements; then those of {@link Step#apply(INDArray, INDArray[])} and one multiplication by the
 * learning rate. The host waits for the device at the dots alone, whose sums it needs to find the
 * learning rate.
 */
final class OpsKernel implements Kernel {

  // BLAS sums FLOAT vectors in single precision: over 10⁷ elements the square of a norm came out
  // 1e-4 off, over 2¹⁶ less than 1e-6. The chunks' results are summed in double precision.
  private static final int CHUNK = 1 << 16;

  private final FlatVector[] vectors;
  private final int ownVectors;

  /**
   * A kernel for a block.
   *
   * @param vectors the state
   * @param ownVectors the number of those that are no partial derivatives
   */
  OpsKernel(FlatVector[] vectors, int ownVectors) {
    this.vectors = vectors;
    this.ownVectors = ownVectors;
  }

  @Override
  public double[] products(FlatVector gradient, boolean norms) {
    double[] sums = new double[GRADIENT_PARTIALS + vectors.length - ownVectors];
    for (long start = 0; start < gradient.length(); start += CHUNK) {
      INDArray g = chunk(gradient, start);
      INDArray d = chunk(vectors[0], start);
      sums[GRADIENT_DIRECTION] += dot(g, d);
      if (norms) {
        sums[GRADIENT_SQUARED] += dot(g, g);
        sums[DIRECTION_SQUARED] += dot(d, d);
      }
      for (int i = ownVectors; i < vectors.length; i++) {
        sums[GRADIENT_PARTIALS + i - ownVectors] += dot(g, chunk(vectors[i], start));
      }
    }
    return sums;
  }

  private static double dot(INDArray x, INDArray y) {
    return Nd4j.getBlasWrapper().dot(x, y);
  }

  private static INDArray chunk(FlatVector vector, long start) {
    long length = Math.min(CHUNK, vector.length() - start);
    return length == vector.length()
        ? vector.array()
        : vector.elsewhere(vector.offset() + start, length).array();
  }

  @Override
  public void step(Step step, FlatVector gradient, double learningRate) {
    INDArray[] state = arrays();
    step.apply(gradient.array(), state);
    state[0].muli(learningRate, gradient.array());
  }

  @Override
  public void fillSquares(int vector, double value) {
    vectors[vector].array().assign(value);
  }

  @Override
  public void add(FlatVector update, int vector, double factor) {
    update.array().addi(vectors[vector].array().mul(factor));
  }

  private INDArray[] arrays() {
    return Arrays.stream(vectors).map(FlatVector::array).toArray(INDArray[]::new);
  }
}
