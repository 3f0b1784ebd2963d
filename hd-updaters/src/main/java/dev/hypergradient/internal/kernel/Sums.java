package dev.hypergradient.internal.kernel;

import java.util.List;

/** How {@link OpsKernel} finds dot products. */
interface Sums {

  /** Two vectors of one length. */
  final class Pair {
    final FlatVector x;
    final FlatVector y;

    Pair(FlatVector x, FlatVector y) {
      this.x = x;
      this.y = y;
    }
  }

  /** The dot product of each pair. */
  double[] of(List<Pair> pairs);
}
