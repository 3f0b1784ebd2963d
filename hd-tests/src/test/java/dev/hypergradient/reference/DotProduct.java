package dev.hypergradient.reference;

/** The Euclidean dot product a·b = Σ aᵢ bᵢ, summed from the first element to the last. */
public final class DotProduct {
  private DotProduct() {}

  /**
   * Returns a·b, which is 0 for empty vectors.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double of(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors must be equally long, got " + a.length + " and " + b.length);
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
