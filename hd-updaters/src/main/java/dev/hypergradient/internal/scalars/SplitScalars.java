package dev.hypergradient.internal.scalars;

import dev.hypergradient.internal.kernel.FlatVector;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.nd4j.linalg.api.buffer.DataType;
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
public final class SplitScalars {

  private static final int LIMBS = 4;

  /** From one limb to the next: the precision of HALF, the coarsest data type. */
  private static final double[] SCALES = {1, 0x1p11, 0x1p22, 0x1p33};

  private final INDArray elements;
  private final int count;
  private final double max;

  /**
   * The scalars at the beginning of a vector.
   *
   * @param vector has at least as many {@linkplain #elements elements} as the scalars take
   * @param count the number of scalars
   */
  public SplitScalars(FlatVector vector, int count) {
    elements = vector.elsewhere(vector.offset(), elements(count)).array();
    this.count = count;
    max = vector.max();
  }

  /**
   * The number of elements that some scalars take.
   *
   * @param count the number of scalars
   */
  public static int elements(int count) {
    return LIMBS * count;
  }

  /** The maximum value that can be kept. */
  public double max() {
    return max;
  }

  /** Reads the scalars. */
  public double[] read() {
    double[] limbs = load();
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < LIMBS; j++) {
        values[i] += limbs[LIMBS * i + j] / SCALES[j];
      }
    }
    return values;
  }

  /**
   * Overwrites the scalars.
   *
   * @param values one for each
   */
  public void write(double[] values) {
    DataType dataType = elements.dataType();
    double[] limbs = new double[elements(count)];
    for (int i = 0; i < count; i++) {
      double rest = values[i];
      // Once exact, as at once in DOUBLE, all further limbs are 0.
      for (int j = 0; j < LIMBS && rest != 0; j++) {
        double scale = SCALES[j];
        double limb = rounded(rest * scale, dataType);
        limbs[LIMBS * i + j] = limb;
        rest -= limb / scale;
      }
    }
    store(limbs);
  }

  private static double rounded(double value, DataType dataType) {
    switch (dataType) {
      case DOUBLE:
        return value;
      case FLOAT:
        return (float) value;
      default:
        return HalfIndexer.toFloat(HalfIndexer.fromFloat((float) value));
    }
  }

  private double[] load() {
    if (!isDirect(DataType.FLOAT) && !isDirect(DataType.DOUBLE)) {
      return elements.castTo(DataType.DOUBLE).toDoubleVector();
    }
    double[] limbs = new double[elements(count)];
    if (isDirect(DataType.DOUBLE)) {
      elements.data().asNioDouble().get(limbs);
      return limbs;
    }
    float[] floats = new float[limbs.length];
    elements.data().asNioFloat().get(floats);
    for (int i = 0; i < limbs.length; i++) {
      limbs[i] = floats[i];
    }
    return limbs;
  }

  private void store(double[] limbs) {
    if (isDirect(DataType.DOUBLE)) {
      elements.data().asNioDouble().put(limbs);
    } else if (isDirect(DataType.FLOAT)) {
      float[] floats = new float[limbs.length];
      for (int i = 0; i < limbs.length; i++) {
        floats[i] = (float) limbs[i];
      }
      elements.data().asNioFloat().put(floats);
    } else {
      elements.assign(Nd4j.createFromArray(limbs));
    }
  }

  /**
   * Whether the memory may be touched directly: on a device that would copy the whole state array
   * there and back, and an NIO buffer ends at 2³¹ bytes.
   */
  private boolean isDirect(DataType dataType) {
    long end = (elements.offset() + elements.length()) * dataType.width();
    return elements.dataType() == dataType
        && Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU
        && end <= Integer.MAX_VALUE;
  }
}
