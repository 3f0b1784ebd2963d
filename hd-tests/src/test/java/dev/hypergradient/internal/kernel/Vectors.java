package dev.hypergradient.internal.kernel;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The gradient and the state vectors of a block, each at an offset in a buffer of its own. */
final class Vectors {
  private final FlatVector gradient;
  private final FlatVector[] vectors;

  private Vectors(FlatVector gradient, FlatVector[] vectors) {
    this.gradient = gradient;
    this.vectors = vectors;
  }

  /** A block of zeros. */
  static Vectors of(DataType type, int length, int offset, int vectors) {
    return new Vectors(
        vector(type, length, offset),
        IntStream.range(0, vectors)
            .mapToObj(i -> vector(type, length, offset))
            .toArray(FlatVector[]::new));
  }

  private static FlatVector vector(DataType type, int length, int offset) {
    return FlatVector.of(Nd4j.create(type, offset + length)).elsewhere(offset, length);
  }

  /** Values of very different magnitudes, the same ones for a seed; vectors after 0 positive. */
  Vectors fill(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    fill(gradient, random, false);
    for (int i = 0; i < vectors.length; i++) {
      // What a step reads as a mean of squares must not be negative.
      fill(vectors[i], random, i > 0);
    }
    return this;
  }

  void fillGradient(long seed) {
    fill(gradient, new SplittableRandom(seed), false);
  }

  private static void fill(FlatVector vector, SplittableRandom random, boolean positive) {
    double[] values = new double[(int) vector.length()];
    for (int i = 0; i < values.length; i++) {
      double value = random.nextGaussian() * Math.exp(random.nextGaussian());
      values[i] = positive ? Math.abs(value) : value;
    }
    vector.array().assign(Nd4j.createFromArray(values).castTo(vector.dataType()));
  }

  FlatVector gradient() {
    return gradient;
  }

  FlatVector[] vectors() {
    return vectors;
  }

  static double[] values(FlatVector vector) {
    double[] values = new double[(int) vector.length()];
    vector.array().castTo(DataType.DOUBLE).dup().data().asNioDouble().get(values);
    return values;
  }
}
