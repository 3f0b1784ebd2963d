package dev.hypergradient.hyper;

import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Stochastic gradient descent on hyperparameters, with or without momentum.
 *
 * <p>With x a hyperparameter of the level below and u<sub>t</sub> = ∂f/∂x its hypergradient,
 *
 * <pre>
 *   b_t = μ b_{t−1} + u_t       b₀ = 0; without momentum, b_t = u_t
 *   U_t = κ b_t                 ∂U/∂κ = b_t       ∂U/∂μ = κ b_{t−1}
 *   x_t = x_{t−1} − U_t
 * </pre>
 *
 * <p>The derivatives are for the level above, if there is one, which learns κ, μ or both.
 *
 * <p>Source: K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The Ultimate
 * Optimizer", NeurIPS 2022, <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>.
 *
 * <p>Immutable and thread-safe.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = HyperSgd.Builder.class)
public final class HyperSgd extends AbstractHyperOptimizer {

  private static final long serialVersionUID = 1L;

  /**
   * A level with constant hyperparameters: the top of a tower.
   *
   * @param learningRate κ, in units of the hyperparameter squared per unit of loss; finite and not
   *     negative
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public HyperSgd(double learningRate) {
    this(builder().learningRate(learningRate));
  }

  /**
   * A level whose learning rate is learned by the level above.
   *
   * @param learningRate κ, in units of the hyperparameter squared per unit of loss, to start from;
   *     finite and not negative
   * @param hyperOptimizer the level above, or {@code null} for a constant learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public HyperSgd(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private HyperSgd(Builder builder) {
    super(builder);
  }

  /**
   * A level with a constant learning rate of its own for each hyperparameter of the level below.
   *
   * @param learningRates κ for each, in the order of {@link Hyperparameter}; finite and not
   *     negative
   * @return the level
   * @throws IllegalArgumentException if there are none or one of them is negative or not finite
   */
  public static HyperSgd perHyperparameter(double... learningRates) {
    return builder().learningRates(learningRates).build();
  }

  /**
   * A builder for the less usual options.
   *
   * @return a builder without learning rate, which must be given
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  double[] initialMoments() {
    return has(Hyperparameter.MOMENTUM) ? new double[] {0} : new double[0];
  }

  @Override
  double update(
      double gradient, NumberOfEach values, double[] state, int moments, NumberOfEach partials) {
    double rate = values.get(Hyperparameter.LEARNING_RATE);
    double buffer = gradient;
    if (has(Hyperparameter.MOMENTUM)) {
      double previous = state[moments];
      buffer += values.get(Hyperparameter.MOMENTUM) * previous;
      state[moments] = buffer;
      partials.put(Hyperparameter.MOMENTUM, rate * previous);
    }
    partials.put(Hyperparameter.LEARNING_RATE, buffer);
    return rate * buffer;
  }

  /** Builds a {@link HyperSgd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HyperOptimizerBuilder<Builder> {

    private Builder() {
      momentum(0);
    }

    /**
     * A learning rate of its own for each hyperparameter of the level below, in place of {@link
     * #learningRate}; the level above learns all of them or none.
     *
     * @param learningRates κ for each, in the order of {@link Hyperparameter}; at least one, finite
     *     and not negative
     * @return this builder
     * @throws IllegalArgumentException if there are none
     */
    public Builder learningRates(double... learningRates) {
      return setEach(Hyperparameter.LEARNING_RATE, learningRates);
    }

    /**
     * The momentum.
     *
     * @param momentum μ, in [0, 1); default 0, from which it can be learned
     * @return this builder
     */
    public Builder momentum(double momentum) {
      return set(Hyperparameter.MOMENTUM, momentum);
    }

    // Momentum that is 0 and stays 0 has nothing to remember.
    @Override
    boolean isNeeded(Setting setting) {
      return setting.hyperparameter() != Hyperparameter.MOMENTUM
          || setting.initial() != 0
          || learns(Hyperparameter.MOMENTUM);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public HyperSgd build() {
      return new HyperSgd(this);
    }
  }
}
