package dev.hypergradient.internal.scalars;

import java.util.Arrays;

/**
 * Writes numbers one after the other, for a {@link ScalarReader} that reads them in the same order.
 * Not thread-safe.
 */
public final class ScalarWriter {

  /** The base of the digits that integers are written in. */
  static final int BASE = 256;

  /** The number of digits of an integer. */
  static final int DIGITS = 5;

  private double[] values = new double[64];
  private int count;

  /**
   * Writes numbers.
   *
   * @param numbers any
   */
  public void put(double... numbers) {
    int end = count + numbers.length;
    if (end > values.length) {
      values = Arrays.copyOf(values, 2 * end);
    }
    System.arraycopy(numbers, 0, values, count, numbers.length);
    count = end;
  }

  /**
   * Writes an integer as digits of base 256: sums of 65,000 workers' are exact in FLOAT, and so are
   * their means. The whole number would be rounded.
   *
   * @param integer at least 0, less than 2⁴⁰
   */
  public void putInteger(long integer) {
    for (int i = 0; i < DIGITS; i++) {
      put((double) ((integer >> (Byte.SIZE * i)) % BASE));
    }
  }

  /** What was written. */
  public double[] toArray() {
    return Arrays.copyOf(values, count);
  }
}
