package dev.hypergradient.internal.kernel;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Vectors in host memory as buffers of {@code java.nio}, which hold up to 2³¹ bytes. */
final class HostMemory {

  private HostMemory() {}

  /** The elements of a FLOAT vector, valid as long as its root. */
  static FloatBuffer floats(FlatVector vector) {
    return new FloatPointer(vector.root().pointer())
        .position(vector.offset())
        .limit(vector.offset() + vector.length())
        .asBuffer();
  }

  /** The elements of a DOUBLE vector, valid as long as its root. */
  static DoubleBuffer doubles(FlatVector vector) {
    return new DoublePointer(vector.root().pointer())
        .position(vector.offset())
        .limit(vector.offset() + vector.length())
        .asBuffer();
  }
}
