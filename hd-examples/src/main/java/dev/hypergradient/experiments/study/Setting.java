package dev.hypergradient.experiments.study;

import java.util.Objects;

/**
 * A problem, a family of updaters and a batch size, in which methods are compared.
 *
 * @param batchSize images of a step
 */
record Setting(Problem problem, Family family, int batchSize) {
  /** Rejects missing parts and batches of less than 1 image. */
  Setting {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(family, "family");
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch must be at least 1, got " + batchSize);
    }
  }

  /** For people: "mlp-mnist, batches of 128, adam". */
  @Override
  public String toString() {
    return problem + ", batches of " + batchSize + ", " + family;
  }
}
