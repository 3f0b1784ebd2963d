package dev.hypergradient.reference;

/**
 * An updater of one flat parameter vector in double precision, stepped beside the real updaters.
 *
 * <p>Not thread-safe: an instance keeps the state of one network.
 */
public interface ReferenceUpdater {
  /**
   * Moves the parameters by step t = 1, 2, ….
   *
   * @param theta parameters θ_{t−1} of the whole network, overwritten with θ_t
   * @param gradient gradient of the loss at θ_{t−1}, left untouched; both arrays are as long as in
   *     every other step
   */
  void step(double[] theta, double[] gradient);

  /** Returns α_t of the latest step, or α₀ before the first. */
  double learningRate();
}
