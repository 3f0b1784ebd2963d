package dev.hypergradient.hyper;

import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Adam on hyperparameters.
 *
 * <p>With x a hyperparameter of the level below and u<sub>t</sub> = ∂f/∂x its hypergradient,
 *
 * <pre>
 *   m_t = β₁ m_{t−1} + (1 − β₁) u_t       m₀ = 0       m̂ = m_t / c₁     c₁ = 1 − β₁ᵗ
 *   v_t = β₂ v_{t−1} + (1 − β₂) u_t²      v₀ = ε       v̂ = v_t / c₂     c₂ = 1 − β₂ᵗ
 *   U_t = κ m̂ / D                         D = √v̂ + ε
 *   x_t = x_{t−1} − U_t
 * </pre>
 *
 * <p>v₀ = ε, the configured value, keeps the derivatives finite while the hypergradients are 0, as
 * they are in the first step. For the level above,
 *
 * <pre>
 *   ∂U/∂κ  = m̂ / D
 *   ∂U/∂β₁ = κ / D · ((m_{t−1} − u_t) / c₁ + m_t t β₁ᵗ⁻¹ / c₁²)
 *   ∂U/∂β₂ = −κ m̂ / D² · ((v_{t−1} − u_t²) / c₂ + v_t t β₂ᵗ⁻¹ / c₂²) / (2√v̂)
 *   ∂U/∂ε  = −κ m̂ / D²
 * </pre>
 *
 * <p>Source: K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The Ultimate
 * Optimizer", NeurIPS 2022, <a href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>.
 *
 * <p>Immutable and thread-safe.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = HyperAdam.Builder.class)
public final class HyperAdam extends AbstractHyperOptimizer {

  private static final long serialVersionUID = 1L;

  /**
   * A level with constant hyperparameters: the top of a tower.
   *
   * @param learningRate κ, in units of the hyperparameter; finite and not negative
   * @throws IllegalArgumentException if the learning rate is negative or not finite
   */
  public HyperAdam(double learningRate) {
    this(builder().learningRate(learningRate));
  }

  /**
   * A level whose learning rate is learned by the level above.
   *
   * @param learningRate κ, in units of the hyperparameter, to start from; finite and not negative
   * @param hyperOptimizer the level above, or {@code null} for a constant learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public HyperAdam(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private HyperAdam(Builder builder) {
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
    return new double[] {0, initial(Hyperparameter.EPSILON), 0};
  }

  @Override
  double update(
      double gradient, NumberOfEach values, double[] state, int moments, NumberOfEach partials) {
    double rate = values.get(Hyperparameter.LEARNING_RATE);
    double beta1 = values.get(Hyperparameter.BETA1);
    double beta2 = values.get(Hyperparameter.BETA2);
    double epsilon = values.get(Hyperparameter.EPSILON);
    double previousM = state[moments];
    double previousV = state[moments + 1];
    double t = state[moments + 2] + 1;

    double m = beta1 * previousM + (1 - beta1) * gradient;
    double v = beta2 * previousV + (1 - beta2) * gradient * gradient;
    double c1 = 1 - Math.pow(beta1, t);
    double c2 = 1 - Math.pow(beta2, t);
    double mHat = m / c1;
    double root = Math.sqrt(v / c2);
    double denominator = root + epsilon;
    state[moments] = m;
    state[moments + 1] = v;
    state[moments + 2] = t;

    double mHatByBeta1 = (previousM - gradient) / c1 + m * t * Math.pow(beta1, t - 1) / (c1 * c1);
    double vHatByBeta2 =
        (previousV - gradient * gradient) / c2 + v * t * Math.pow(beta2, t - 1) / (c2 * c2);
    // v vanishes, by underflow, after thousands of steps without gradient.
    double rootByBeta2 = root == 0 ? 0 : vHatByBeta2 / (2 * root);
    double byDenominator = -rate * mHat / (denominator * denominator);
    partials.put(Hyperparameter.LEARNING_RATE, mHat / denominator);
    partials.put(Hyperparameter.BETA1, rate / denominator * mHatByBeta1);
    partials.put(Hyperparameter.BETA2, byDenominator * rootByBeta2);
    partials.put(Hyperparameter.EPSILON, byDenominator);
    return rate * mHat / denominator;
  }

  /** Builds a {@link HyperAdam}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HyperOptimizerBuilder<Builder> {

    private Builder() {
      beta1(0.9);
      beta2(0.999);
      epsilon(1e-8);
    }

    /**
     * The decay of the first moment.
     *
     * @param beta1 β₁, in [0, 1), greater than 0 if it is learned; default 0.9
     * @return this builder
     */
    public Builder beta1(double beta1) {
      return set(Hyperparameter.BETA1, beta1);
    }

    /**
     * The decay of the second moment.
     *
     * @param beta2 β₂, in [0, 1), greater than 0 if it is learned; default 0.999
     * @return this builder
     */
    public Builder beta2(double beta2) {
      return set(Hyperparameter.BETA2, beta2);
    }

    /**
     * The constant that keeps the update finite.
     *
     * @param epsilon ε, in units of the hypergradient; greater than 0, default 1e-8
     * @return this builder
     */
    public Builder epsilon(double epsilon) {
      return set(Hyperparameter.EPSILON, epsilon);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    public HyperAdam build() {
      return new HyperAdam(this);
    }
  }
}
