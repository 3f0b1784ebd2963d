package dev.hypergradient.internal.kernel;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce3.Dot;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dot products in the memory of a device: one reduction each, and one copy of all their results to
 * the host, which is where the host waits. FLOAT vectors are summed in single precision, in the
 * tree of partial sums that the device makes.
 */
final class DeviceSums implements Sums {

  @Override
  public double[] of(List<Pair> pairs) {
    INDArray[] sums =
        pairs.stream()
            .map(pair -> Nd4j.getExecutioner().exec(new Dot(pair.x.array(), pair.y.array())))
            .map(sum -> sum.reshape(new long[] {1}))
            .toArray(INDArray[]::new);
    return Nd4j.concat(0, sums).castTo(DataType.DOUBLE).toDoubleVector();
  }
}
