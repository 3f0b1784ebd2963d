package dev.hypergradient.internal.scalars;

import java.util.Arrays;

/** Reads numbers in the order in which a {@link ScalarWriter} wrote them. Not thread-safe. */
public final class ScalarReader {

  private final double[] values;
  private int position;

  /**
   * A reader of an array.
   *
   * @param values left as it is
   */
  public ScalarReader(double[] values) {
    this.values = values;
  }

  /** Reads a number. */
  public double next() {
    return values[position++];
  }

  /**
   * Reads numbers.
   *
   * @param count how many
   */
  public double[] next(int count) {
    position += count;
    return Arrays.copyOfRange(values, position - count, position);
  }

  /** Reads an integer, see {@link ScalarWriter#putInteger}. */
  public long nextInteger() {
    long integer = 0;
    for (int i = 0; i < ScalarWriter.DIGITS; i++) {
      integer += Math.round(next()) << (Byte.SIZE * i);
    }
    return integer;
  }
}
