package dev.hypergradient;

import dev.hypergradient.kernel.Vectors;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Doubles kept in an array of the network's data type.
 *
 * <p>Each is split into {@value #LIMBS} elements ("limbs"), every one holding what those before it
 * round off: exact in FLOAT and DOUBLE, 44 bits but no finer than 2<sup>−57</sup> in HALF. The
 * value is a linear function of its limbs, so averaging the states of several workers averages the
 * values.
 */
final class SplitScalars {

  private static final int LIMBS = 4;

  /** Scale from one limb to the next: the precision of HALF, the coarsest data type. */
  private static final double LIMB_SCALE = 0x1p11;

  private final INDArray elements;
  private final int count;

  /** The scalars at the beginning of a vector. */
  SplitScalars(INDArray vector, int count) {
    elements = Vectors.view(Vectors.root(vector), vector.offset(), elements(count));
    this.count = count;
  }

  /** The number of elements that some scalars take. */
  static int elements(int count) {
    return LIMBS * count;
  }

  double[] read() {
    DataBuffer limbs = onHost() ? elements.data() : elements.dup().data();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double scale = 1;
      for (int j = 0; j < LIMBS; j++) {
        values[i] += limbs.getDouble((long) LIMBS * i + j) / scale;
        scale *= LIMB_SCALE;
      }
    }
    return values;
  }

  void write(double[] values) {
    INDArray staged = onHost() ? elements : elements.ulike();
    DataBuffer limbs = staged.data();
    for (int i = 0; i < count; i++) {
      double rest = values[i];
      double scale = 1;
      for (int j = 0; j < LIMBS; j++) {
        long limb = (long) LIMBS * i + j;
        limbs.put(limb, rest * scale);
        rest -= limbs.getDouble(limb) / scale;
        scale *= LIMB_SCALE;
      }
    }
    if (!onHost()) {
      elements.assign(staged);
    }
  }

  /** Element access to a device's memory would copy the whole state array there and back. */
  private static boolean onHost() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }
}
