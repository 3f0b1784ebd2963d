package dev.hypergradient.reference;

/** Plain SGD, DL4J's {@code Sgd}: θ_t = θ_{t−1} − α g_t. */
public record ReferenceSgd(double learningRate) implements ReferenceUpdater {
  @Override
  public void step(double[] theta, double[] gradient) {
    for (int i = 0; i < theta.length; i++) {
      theta[i] -= learningRate * gradient[i];
    }
  }
}
