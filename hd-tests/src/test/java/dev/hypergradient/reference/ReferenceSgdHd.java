package dev.hypergradient.reference;

/** SGD-HD: hypergradient descent with the direction d_t = g_t. */
public final class ReferenceSgdHd extends ReferenceHd {
  /** Starts from α₀ = {@code learningRate}; {@code weightDecay} is at least 0. */
  public ReferenceSgdHd(double learningRate, ReferenceRule rule, double weightDecay) {
    super(learningRate, rule, weightDecay);
  }

  @Override
  double[] direction(double[] gradient) {
    return gradient.clone();
  }
}
