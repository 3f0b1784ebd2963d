package dev.hypergradient.kernel;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Views of flat memory as vectors: rank 1, 'c' order, stride 1. */
public final class Vectors {

  private Vectors() {}

  /**
   * The buffer that owns an array's memory: the same object for all views of one allocation.
   *
   * @param array any array
   * @return the buffer at the root of its chain of views
   */
  public static DataBuffer root(INDArray array) {
    DataBuffer buffer = array.data();
    while (buffer.originalDataBuffer() != null) {
      buffer = buffer.originalDataBuffer();
    }
    return buffer;
  }

  /**
   * A view of part of a buffer. Not {@code get(interval(..))}, which gives 'f' order: native
   * updater operations are several times slower when orders mix.
   *
   * @param root a buffer that is no view itself
   * @param offset the first element
   * @param length the number of elements
   * @return a view, valid as long as the buffer
   */
  public static INDArray view(DataBuffer root, long offset, long length) {
    return Nd4j.create(root, new long[] {length}, new long[] {1}, offset, 'c');
  }

  /**
   * Tells whether an array's elements lie in memory one after the other, in 'c' order.
   *
   * @param array any array
   * @return true if {@link #flat} may be used
   */
  public static boolean isFlat(INDArray array) {
    return array.length() == 1
        || (array.elementWiseStride() == 1 && (array.rank() <= 1 || array.ordering() == 'c'));
  }

  /**
   * A view of all elements of an array.
   *
   * @param array an array whose elements lie in memory one after the other
   * @return a vector over the same memory
   * @throws IllegalArgumentException if they do not
   */
  public static INDArray flat(INDArray array) {
    if (!isFlat(array)) {
      throw new IllegalArgumentException(
          "array must be contiguous and in 'c' order, got " + array.shapeInfoToString());
    }
    return view(root(array), array.offset(), array.length());
  }
}
