package dev.hypergradient.experiments.study.task;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One array of numbers for each of many examples, all of one shape. */
final class Rows {
  private final float[] values;
  private final long[] shape;
  private final int size;

  /**
   * Takes values, which are not copied.
   *
   * @param values example after example, each in 'c' order
   * @param shape of one example
   * @throws IllegalArgumentException if the values are no whole number of examples
   */
  Rows(float[] values, long... shape) {
    this.values = values;
    this.shape = shape;
    size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    if (values.length % size != 0) {
      throw new IllegalArgumentException(
          values.length + " values are no examples of shape " + Arrays.toString(shape));
    }
  }

  /** Number of examples. */
  int count() {
    return values.length / size;
  }

  /** The examples {@code order[from]} to {@code order[to − 1]} as a batch. */
  INDArray batch(int[] order, int from, int to) {
    float[] chosen = new float[(to - from) * size];
    for (int i = from; i < to; i++) {
      System.arraycopy(values, order[i] * size, chosen, (i - from) * size, size);
    }
    long[] batchShape = new long[shape.length + 1];
    batchShape[0] = (long) to - from;
    System.arraycopy(shape, 0, batchShape, 1, shape.length);
    return Nd4j.createFromArray(chosen).reshape('c', batchShape);
  }
}
