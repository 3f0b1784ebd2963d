package dev.hypergradient.internal.setup;

import dev.hypergradient.internal.scalars.ScalarReader;
import dev.hypergradient.internal.scalars.ScalarWriter;

/**
 * What becomes of the learned rate α before parameters are moved with it: s·(δ α + (1 − δ)
 * α<sub>∞</sub>). Immutable.
 */
public final class StepSize {

  /** Parameters are moved with α itself. */
  public static final StepSize LEARNED = new StepSize(1, 1);

  private final double factor;
  private final double weight;

  /**
   * The step size of an iteration.
   *
   * @param factor s, that of the schedule
   * @param weight δ, that of the learned rate against the final one
   */
  StepSize(double factor, double weight) {
    this.factor = factor;
    this.weight = weight;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in stands where it begins
   */
  public static StepSize read(ScalarReader in) {
    return new StepSize(in.next(), in.next());
  }

  /**
   * Writes s and δ.
   *
   * @param out takes them
   */
  public void write(ScalarWriter out) {
    out.put(factor, weight);
  }

  /** s, the factor of the schedule. */
  public double factor() {
    return factor;
  }

  /** δ, the weight of the learned rate against the final one. */
  public double weight() {
    return weight;
  }

  /** The rate that parameters are moved with. */
  double of(double learningRate, double finalLearningRate) {
    return factor * (weight * learningRate + (1 - weight) * finalLearningRate);
  }
}
