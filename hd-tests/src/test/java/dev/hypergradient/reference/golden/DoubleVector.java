package dev.hypergradient.reference.golden;

import java.util.List;

/** An immutable vector of float64 numbers. */
public record DoubleVector(List<Double> elements) {
  /** Copies the elements. */
  public DoubleVector {
    elements = List.copyOf(elements);
  }

  /** Returns the number of elements. */
  public int length() {
    return elements.size();
  }

  /** Returns the elements in a new array. */
  public double[] toArray() {
    return elements.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
