package dev.hypergradient.benchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Ways to copy a vector of floats: the fastest shows how fast memory is.
 *
 * <p>Several vectors are copied in turn, as several gradients are, so that what a step has to fetch
 * from memory is not in the caches here either.
 */
final class PlainCopies {
  /** Per element: one is read, one written. */
  static final int FLOATS_MOVED = 2;

  private final int length;
  private final Turns<INDArray> arrays;
  private final INDArray arrayCopy;
  private final Turns<FloatBuffer> buffers;
  private final FloatBuffer bufferCopy;
  private final Turns<float[]> heaps;
  private final float[] heapCopy;

  PlainCopies(int length) {
    this.length = length;
    arrays = new Turns<>(() -> Nd4j.randn(DataType.FLOAT, length));
    arrayCopy = Nd4j.create(DataType.FLOAT, length);
    buffers = new Turns<>(() -> direct(length));
    bufferCopy = direct(length);
    heaps = new Turns<>(() -> new float[length]);
    heapCopy = new float[length];
  }

  private static FloatBuffer direct(int length) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** ND4J's operation. */
  void nd4j() {
    arrayCopy.assign(arrays.next());
  }

  /** Off-heap memory, by this thread. */
  void buffer() {
    bufferCopy.put(0, buffers.next(), 0, length);
  }

  /** Off-heap memory, by as many threads as there are processors. */
  void bufferInParallel() {
    FloatBuffer buffer = buffers.next();
    int parts = Runtime.getRuntime().availableProcessors();
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int from = (int) ((long) length * part / parts);
              int to = (int) ((long) length * (part + 1) / parts);
              bufferCopy.put(from, buffer, from, to - from);
            });
  }

  /** Heap memory, by this thread. */
  void heapArray() {
    System.arraycopy(heaps.next(), 0, heapCopy, 0, length);
  }
}
