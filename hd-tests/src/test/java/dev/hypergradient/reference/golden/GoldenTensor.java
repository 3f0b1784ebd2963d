package dev.hypergradient.reference.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * One parameter tensor, the elements {@code offset} to {@code offset + length − 1} of θ.
 *
 * @param length the product of the shape, row-major
 */
public record GoldenTensor(String name, int offset, int length) {
  /** Lays the tensors one after another, as θ does. */
  static List<GoldenTensor> listOf(List<GoldenJson> tensors) {
    List<GoldenTensor> laidOut = new ArrayList<>();
    int offset = 0;
    for (GoldenJson tensor : tensors) {
      int length = 1;
      for (double side : tensor.vector("shape").elements()) {
        length *= (int) side;
      }
      laidOut.add(new GoldenTensor(tensor.text("name"), offset, length));
      offset += length;
    }
    return List.copyOf(laidOut);
  }

  /** Returns this tensor's part of θ, or of anything as long as θ. */
  public DoubleVector of(DoubleVector theta) {
    return new DoubleVector(theta.elements().subList(offset, offset + length));
  }
}
