package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.files.PackedFile;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Initial weights of a dense layer, one output after the other, each with a weight for every input.
 *
 * @serial exclude
 */
final class GivenWeights implements IWeightInit {
  @Serial private static final long serialVersionUID = 1;

  private final float[] weights;

  private GivenWeights(float[] weights) {
    this.weights = weights;
  }

  /**
   * Reads little-endian numbers of 32 bits.
   *
   * @throws IOException if the file cannot be read or does not hold {@code count} numbers
   */
  static GivenWeights read(Path file, int count) throws IOException {
    byte[] bytes = PackedFile.all(file, count * Float.BYTES);
    if (bytes.length != count * Float.BYTES) {
      throw new IOException(
          file + " must hold " + count * Float.BYTES + " bytes, got " + bytes.length);
    }
    float[] weights = new float[count];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(weights);
    return new GivenWeights(weights);
  }

  @Override
  public INDArray init(
      double fanIn, double fanOut, long[] shape, char order, INDArray parameterView) {
    if (parameterView.length() != weights.length) {
      throw new IllegalArgumentException(
          "a layer of " + parameterView.length() + " weights cannot take " + weights.length);
    }
    // DL4J stores [inputs, outputs] column by column: the same sequence.
    parameterView.assign(Nd4j.create(weights).reshape(parameterView.shape()));
    return parameterView.reshape(order, shape);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GivenWeights given && Arrays.equals(weights, given.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }
}
