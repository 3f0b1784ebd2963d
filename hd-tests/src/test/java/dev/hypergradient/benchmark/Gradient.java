package dev.hypergradient.benchmark;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The FLOAT gradient of a network that is a single block, with other values at every step. */
final class Gradient {
  private static final double STANDARD_DEVIATION = 1e-3;

  private final INDArray vector;
  private final Turns<INDArray> sources;

  Gradient(int parameters) {
    vector = Nd4j.create(DataType.FLOAT, parameters);
    INDArray one = random(parameters);
    INDArray other = random(parameters);
    // They cancel, as gradients do around a minimum: otherwise parameters would travel for ever,
    // and
    // the scale of the parameter-free rule would grow with the distance.
    sources = new Turns<>(List.of(one, one.neg(), other, other.neg()));
  }

  private static INDArray random(int parameters) {
    return Nd4j.randn(DataType.FLOAT, parameters).muli(STANDARD_DEVIATION);
  }

  /** Overwrites the update that the last gradient has become, by an ND4J operation. */
  void refresh() {
    vector.assign(sources.next());
  }

  /** The gradient as DL4J hands it to updaters: a new object over the same memory. */
  INDArray view() {
    return vector.reshape(vector.length());
  }
}
