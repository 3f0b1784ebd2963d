package dev.hypergradient.hyper;

import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * RMSProp on hyperparameters.
 *
 * <p>With x a hyperparameter of the level below and u<sub>t</sub> = ∂f/∂x its hypergradient,
 *
 * <pre>
 *   s_t = γ s_{t−1} + (1 − γ) u_t²       s₀ = 0
 *   U_t = κ u_t / √(s_t + 1e-8)
 *   x_t = x_{t−1} − U_t
 * </pre>
 *
 * <p>For the level above, which learns √κ in place of κ so that it cannot turn negative,
 *
 * <pre>
 *   ∂U/∂κ = u_t / √(s_t + 1e-8)
 *   ∂U/∂γ = −½ κ u_t (s_{t−1} − u_t²) (s_t + 1e-8)^(−3/2)
 * </pre>
 *
 * <p>Source: K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The Ultimate
 * Optimizer", NeurIPS 2022, <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>.
 *
 * <p>Immutable and thread-safe.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = HyperRmsProp.Builder.class)
public final class HyperRmsProp extends AbstractHyperOptimizer {

  private static final long serialVersionUID = 1L;

  /** Added to the mean square. */
  private static final double EPSILON = 1e-8;

  /**
   * A level with constant hyperparameters: the top of a tower.
   *
   * @param learningRate κ, in units of the hyperparameter; finite and not negative
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public HyperRmsProp(double learningRate) {
    this(builder().learningRate(learningRate));
  }

  /**
   * A level whose learning rate is learned by the level above.
   *
   * @param learningRate κ, in units of the hyperparameter, to start from; finite and greater than 0
   * @param hyperOptimizer the level above, or {@code null} for a constant learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public HyperRmsProp(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private HyperRmsProp(Builder builder) {
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
    return new double[] {0};
  }

  @Override
  double update(
      double gradient, NumberOfEach values, double[] state, int moments, NumberOfEach partials) {
    double rate = values.get(Hyperparameter.LEARNING_RATE);
    double decay = values.get(Hyperparameter.DECAY);
    double previous = state[moments];
    double meanSquare = decay * previous + (1 - decay) * gradient * gradient;
    state[moments] = meanSquare;
    double root = Math.sqrt(meanSquare + EPSILON);
    double direction = gradient / root;

    double byMeanSquare = -0.5 * rate * direction / (root * root);
    partials.put(Hyperparameter.LEARNING_RATE, direction);
    partials.put(Hyperparameter.DECAY, byMeanSquare * (previous - gradient * gradient));
    return rate * direction;
  }

  /** Builds a {@link HyperRmsProp}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HyperOptimizerBuilder<Builder> {

    private Builder() {
      decay(0.99);
    }

    /**
     * The decay of the mean square.
     *
     * @param decay γ, in [0, 1), greater than 0 if it is learned; default 0.99
     * @return this builder
     */
    public Builder decay(double decay) {
      return set(Hyperparameter.DECAY, decay);
    }

    @Override
    Parametrisation parametrisation(Hyperparameter hyperparameter) {
      return hyperparameter == Hyperparameter.LEARNING_RATE
          ? Parametrisation.SQUARE
          : super.parametrisation(hyperparameter);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public HyperRmsProp build() {
      return new HyperRmsProp(this);
    }
  }
}
