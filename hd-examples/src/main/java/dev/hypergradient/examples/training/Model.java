package dev.hypergradient.examples.training;

import dev.hypergradient.examples.data.Dataset;
import java.util.Objects;

/**
 * A network of the papers, and what it needs to be trained.
 *
 * @param name in file names
 * @param hyperLearningRates unless the user gives one
 * @param minSide images with fewer pixels per side are enlarged, since pooling halves them; at
 *     least 1
 */
public record Model(
    String name, Architecture architecture, HyperLearningRates hyperLearningRates, int minSide) {
  /** Rejects missing parts and sides below 1. */
  public Model {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(architecture, "architecture");
    Objects.requireNonNull(hyperLearningRates, "hyperLearningRates");
    if (minSide < 1) {
      throw new IllegalArgumentException("minSide must be at least 1, got " + minSide);
    }
  }

  /** A network for images of any size. */
  public Model(String name, Architecture architecture, HyperLearningRates hyperLearningRates) {
    this(name, architecture, hyperLearningRates, 1);
  }

  /** The data as the network needs it. */
  public Dataset adapt(Dataset data) {
    return data.enlarged(Math.max(1, minSide / data.shape().height()));
  }
}
