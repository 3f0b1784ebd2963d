package dev.hypergradient.hyper;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Stochastic gradient descent on hyperparameters.
 *
 * <p>With x the hyperparameters and u<sub>t</sub> = ∂f/∂x their hypergradients,
 *
 * <pre>  x_t = x_{t−1} − κ_t u_t</pre>
 *
 * where the learning rate κ is constant or, in a tower, itself learned by the level above from its
 * own hypergradient ∂f/∂κ = −u<sub>t</sub> · u<sub>t−1</sub> (0 at the first step).
 *
 * <p>Source: K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The Ultimate
 * Optimizer", NeurIPS 2022, <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>.
 *
 * <p>Immutable and thread-safe.
 *
 * @serial exclude
 */
public final class HyperSgd implements HyperOptimizer {

  private static final long serialVersionUID = 1L;

  private final double learningRate;
  private final HyperOptimizer hyperOptimizer;

  /**
   * A level with a constant learning rate: the top of a tower.
   *
   * @param learningRate κ, in units of the hyperparameter squared per unit of loss; finite and not
   *     negative
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public HyperSgd(double learningRate) {
    this(learningRate, null);
  }

  /**
   * A level whose learning rate is learned by the level above.
   *
   * @param learningRate κ₀, the learning rate to start from; finite and not negative
   * @param hyperOptimizer the level above, or {@code null} for a constant learning rate
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  @JsonCreator
  public HyperSgd(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("hyperOptimizer") HyperOptimizer hyperOptimizer) {
    this.learningRate = Domain.NON_NEGATIVE.check("HyperSgd learningRate", learningRate);
    this.hyperOptimizer = hyperOptimizer;
  }

  /**
   * The learning rate κ₀ that this level starts from.
   *
   * @return the configured value, not the learned one
   */
  public double getLearningRate() {
    return learningRate;
  }

  // State, if there is a level above: κ, the previous hypergradients, the state of that level.
  @Override
  public int stateSize(int count) {
    return hyperOptimizer == null ? 0 : 1 + count + hyperOptimizer.stateSize(1);
  }

  @Override
  public void initialize(double[] state, int count) {
    if (hyperOptimizer == null) {
      return;
    }
    Arrays.fill(state, 0);
    state[0] = learningRate;
    double[] above = new double[hyperOptimizer.stateSize(1)];
    hyperOptimizer.initialize(above, 1);
    System.arraycopy(above, 0, state, 1 + count, above.length);
  }

  @Override
  public void step(double[] hyperparameters, double[] hypergradients, double[] state) {
    double rate = hyperOptimizer == null ? learningRate : learnedRate(hypergradients, state);
    for (int i = 0; i < hyperparameters.length; i++) {
      hyperparameters[i] -= rate * hypergradients[i];
    }
  }

  private double learnedRate(double[] hypergradients, double[] state) {
    int count = hypergradients.length;
    double[] rate = {state[0]};
    double[] rateGradient = {0};
    for (int i = 0; i < count; i++) {
      rateGradient[0] -= hypergradients[i] * state[1 + i];
    }
    double[] above = Arrays.copyOfRange(state, 1 + count, state.length);
    hyperOptimizer.step(rate, rateGradient, above);
    state[0] = rate[0];
    System.arraycopy(hypergradients, 0, state, 1, count);
    System.arraycopy(above, 0, state, 1 + count, above.length);
    return rate[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HyperSgd
        && Double.compare(learningRate, ((HyperSgd) other).learningRate) == 0
        && Objects.equals(hyperOptimizer, ((HyperSgd) other).hyperOptimizer);
  }

  @Override
  public int hashCode() {
    return Objects.hash(learningRate, hyperOptimizer);
  }

  @Override
  public String toString() {
    return hyperOptimizer == null
        ? "HyperSgd(" + learningRate + ")"
        : "HyperSgd(" + learningRate + ", " + hyperOptimizer + ")";
  }
}
