package dev.hypergradient.internal.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Chooses the kernel of a block.
 *
 * <p>{@link JvmKernel} for FLOAT and DOUBLE in host memory, {@link OpsKernel} on a device and for
 * vectors of more than 2³¹ bytes, {@link HalfKernel} for HALF. The system property {@value
 * #PROPERTY} forces one: {@code jvm}, or {@code nd4j} for the other two.
 */
public final class Kernels {

  /** The system property that forces a kernel. */
  public static final String PROPERTY = "hypergradient.kernel";

  private Kernels() {}

  /**
   * A kernel for a block.
   *
   * @param vectors the state, the trace of directions first and the partial derivatives last
   * @param ownVectors the number of those that are no partial derivatives
   * @throws IllegalArgumentException if the property has another value
   * @throws IllegalStateException if the kernel that it forces cannot work with these vectors
   */
  public static Kernel of(FlatVector[] vectors, int ownVectors) {
    boolean possible = fitsJvm(vectors[0]);
    String choice = System.getProperty(PROPERTY, possible ? "jvm" : "nd4j");
    switch (choice) {
      case "jvm":
        if (!possible) {
          throw new IllegalStateException(
              String.format(
                  "-D%s=jvm needs FLOAT or DOUBLE vectors of at most 2^31 bytes in host memory, got"
                      + " %d elements of %s on %s",
                  PROPERTY,
                  vectors[0].length(),
                  vectors[0].dataType(),
                  Nd4j.getExecutioner().type()));
        }
        return new JvmKernel(vectors, ownVectors);
      case "nd4j":
        return vectors[0].dataType() == DataType.FLOAT16
            ? new HalfKernel(vectors, ownVectors)
            : new OpsKernel(vectors, ownVectors);
      default:
        throw new IllegalArgumentException("-D" + PROPERTY + " must be jvm or nd4j, got " + choice);
    }
  }

  private static boolean fitsJvm(FlatVector vector) {
    DataType type = vector.dataType();
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU
        && (type == DataType.FLOAT || type == DataType.DOUBLE)
        && vector.length() * type.width() <= Integer.MAX_VALUE;
  }
}
