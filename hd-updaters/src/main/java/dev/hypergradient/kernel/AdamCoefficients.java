package dev.hypergradient.kernel;

/** What Adam's step needs besides vectors and learning rate: β₁, β₂, ε and the iteration t − 1. */
public final class AdamCoefficients {
  final double beta1;
  final double beta2;
  final double epsilon;
  final int iteration;

  /**
   * The coefficients of one step.
   *
   * @param beta1 decay of the first moment, in [0, 1)
   * @param beta2 decay of the second moment, in [0, 1)
   * @param epsilon added to √v, greater than 0
   * @param iteration DL4J's iteration, t − 1, from 0
   */
  public AdamCoefficients(double beta1, double beta2, double epsilon, int iteration) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.iteration = iteration;
  }
}
