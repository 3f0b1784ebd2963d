package dev.hypergradient.hyper;

import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * AdaGrad on hyperparameters.
 *
 * <p>With x a hyperparameter of the level below and u<sub>t</sub> = ∂f/∂x its hypergradient,
 *
 * <pre>
 *   s_t = s_{t−1} + u_t²                 s₀ = 0.1
 *   U_t = κ u_t / √(s_t + 1e-10)         ∂U/∂κ = u_t / √(s_t + 1e-10)
 *   x_t = x_{t−1} − U_t
 * </pre>
 *
 * <p>Source: K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The Ultimate
 * Optimizer", NeurIPS 2022, <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>.
 *
 * <p>Immutable and thread-safe.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = HyperAdaGrad.Builder.class)
public final class HyperAdaGrad extends AbstractHyperOptimizer {

  private static final long serialVersionUID = 1L;

  private static final double INITIAL_SUM = 0.1;

  /** Added to the sum of squares. */
  private static final double EPSILON = 1e-10;

  /**
   * A level with constant hyperparameters: the top of a tower.
   *
   * @param learningRate κ, in units of the hyperparameter; finite and not negative
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public HyperAdaGrad(double learningRate) {
    this(builder().learningRate(learningRate));
  }

  /**
   * A level whose learning rate is learned by the level above.
   *
   * @param learningRate κ, in units of the hyperparameter, to start from; finite and not negative
   * @param hyperOptimizer the level above, or {@code null} for a constant learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public HyperAdaGrad(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private HyperAdaGrad(Builder builder) {
    super(builder);
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
    return new double[] {INITIAL_SUM};
  }

  @Override
  double update(
      double gradient, NumberOfEach values, double[] state, int moments, NumberOfEach partials) {
    double sum = state[moments] + gradient * gradient;
    state[moments] = sum;
    double direction = gradient / Math.sqrt(sum + EPSILON);
    partials.put(Hyperparameter.LEARNING_RATE, direction);
    return values.get(Hyperparameter.LEARNING_RATE) * direction;
  }

  /** Builds a {@link HyperAdaGrad}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HyperOptimizerBuilder<Builder> {

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    @Override
    public HyperAdaGrad build() {
      return new HyperAdaGrad(this);
    }
  }
}
