package dev.hypergradient;

/**
 * What becomes of the learned rate α before parameters are moved with it: s·(δ α + (1 − δ)
 * α<sub>∞</sub>). Immutable.
 */
final class StepSize {

  /** Parameters are moved with α itself. */
  static final StepSize LEARNED = new StepSize(1, 1);

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

  /** s. */
  double factor() {
    return factor;
  }

  /** δ. */
  double weight() {
    return weight;
  }

  /** The rate that parameters are moved with. */
  double of(double learningRate, double finalLearningRate) {
    return factor * (weight * learningRate + (1 - weight) * finalLearningRate);
  }
}
