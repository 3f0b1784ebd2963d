package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A run of elements in the memory of a buffer. Not thread-safe. */
public final class FlatVector {

  private final DataBuffer root;
  private final long offset;
  private final long length;
  private INDArray array;

  private FlatVector(DataBuffer root, long offset, long length) {
    this.root = root;
    this.offset = offset;
    this.length = length;
  }

  /**
   * Tells whether an array's elements lie in memory one after the other, in 'c' order.
   *
   * @param array any array
   */
  public static boolean isFlat(INDArray array) {
    return array.length() == 1
        || (array.elementWiseStride() == 1 && (array.rank() <= 1 || array.ordering() == 'c'));
  }

  /**
   * All elements of an array.
   *
   * @param array an array whose elements lie in memory one after the other
   * @throws IllegalArgumentException if they do not
   */
  public static FlatVector of(INDArray array) {
    if (!isFlat(array)) {
      throw new IllegalArgumentException(
          "array must be contiguous and in 'c' order, got " + array.shapeInfoToString());
    }
    DataBuffer buffer = array.data();
    while (buffer.originalDataBuffer() != null) {
      buffer = buffer.originalDataBuffer();
    }
    return new FlatVector(buffer, array.offset(), array.length());
  }

  /**
   * Another run of the same buffer's elements.
   *
   * @param otherOffset the first element, counted from the buffer's beginning
   * @param otherLength the number of elements
   */
  public FlatVector elsewhere(long otherOffset, long otherLength) {
    return new FlatVector(root, otherOffset, otherLength);
  }

  /** All elements of the buffer. */
  public FlatVector whole() {
    return elsewhere(0, root.length());
  }

  /** The buffer that owns the memory: the same object for all views of one allocation. */
  public DataBuffer root() {
    return root;
  }

  /** The place of the first element in the buffer. */
  public long offset() {
    return offset;
  }

  /** The number of elements; at least 1. */
  public long length() {
    return length;
  }

  /** The floating point type of the elements. */
  public DataType dataType() {
    return root.dataType();
  }

  /** The maximum finite number of the type. */
  public double max() {
    switch (dataType()) {
      case DOUBLE:
        return Double.MAX_VALUE;
      case FLOAT:
        return Float.MAX_VALUE;
      default:
        return 65504;
    }
  }

  /**
   * The elements as an array of rank 1, a view that is valid as long as the buffer. To be called
   * outside of workspaces, which would reclaim it.
   */
  public INDArray array() {
    if (array == null) {
      // Not get(interval(..)), which gives 'f' order: native updater operations are several times
      // slower when orders mix.
      array = Nd4j.create(root, new long[] {length}, new long[] {1}, offset, 'c');
    }
    return array;
  }

  /** Tells whether all elements are finite, and their sum; HALF is summed in FLOAT. */
  public boolean isFinite() {
    INDArray elements = array();
    INDArray sum =
        dataType() == DataType.FLOAT16 ? elements.castTo(DataType.FLOAT).sum() : elements.sum();
    return Double.isFinite(sum.getDouble(0));
  }

  /** Tells whether no element is negative or NaN. */
  public boolean isNotNegative() {
    // The sum tells of NaN, which a minimum passes over.
    return array().minNumber().doubleValue() >= 0 && array().sumNumber().doubleValue() >= 0;
  }

  /**
   * Sets all elements.
   *
   * @param value the value of each
   */
  public void fill(double value) {
    array().assign(value);
  }

  /** Describes the elements for an error message, by their range and sum. */
  public String summary() {
    return String.format(
        "numbers from %s to %s with the sum %s",
        array().minNumber(), array().maxNumber(), array().sumNumber());
  }
}
