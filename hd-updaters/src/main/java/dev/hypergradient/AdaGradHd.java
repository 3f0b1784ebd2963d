package dev.hypergradient;

import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.kernel.AdaGradStep;
import dev.hypergradient.kernel.Kernel;
import dev.hypergradient.kernel.Step;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * AdaGrad that learns its learning rate.
 *
 * <pre>
 *   q_t = q_{t−1} + g_t²,  q_0 = ε
 *   d_t = g_t / (√q_t + ε)
 *   α_t = α_{t−1} + β g_t · d_{t−1}
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * <p>With β = 0 this equals {@link org.nd4j.linalg.learning.config.AdaGrad}. It keeps two vectors
 * as long as the parameters, d and q. What holds for all updaters, from errors to thread safety,
 * stands in {@link HypergradientUpdater}.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = AdaGradHd.Builder.class)
public final class AdaGradHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

  private final double epsilon;

  /**
   * Learns the learning rate by gradient descent.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperLearningRate β, finite and not negative
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public AdaGradHd(double learningRate, double hyperLearningRate) {
    this(builder().learningRate(learningRate).hyperLearningRate(hyperLearningRate));
  }

  /**
   * Learns the learning rate by any optimiser: a tower.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperOptimizer the optimiser of the learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public AdaGradHd(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private AdaGradHd(Builder builder) {
    super(builder);
    epsilon = builder.epsilon;
    checkTower();
  }

  /**
   * A builder for the less usual options.
   *
   * @return a builder without hyper learning rate, which must be given
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The constant ε that keeps the direction finite.
   *
   * @return a value greater than 0
   */
  public double getEpsilon() {
    return epsilon;
  }

  @Override
  int ownVectors() {
    return 2;
  }

  @Override
  Map<Hyperparameter, Double> hyperparameters() {
    return Map.of(Hyperparameter.EPSILON, epsilon);
  }

  @Override
  Set<Hyperparameter> learnable() {
    return EnumSet.of(Hyperparameter.LEARNING_RATE);
  }

  @Override
  void initialize(Kernel kernel) {
    kernel.fillSquares(1, epsilon);
  }

  @Override
  Step step(LearnedHyperparameters learned, int iteration) {
    return new AdaGradStep(epsilon);
  }

  /** Builds an {@link AdaGradHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdater.Builder<Builder> {

    private double epsilon = 1e-6;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * The constant that keeps the direction finite, and the sum of squares to start from.
     *
     * @param epsilon ε, in units of the gradient; greater than 0, default 1e-6
     * @return this builder
     * @throws IllegalArgumentException if ε is outside its range
     */
    public Builder epsilon(double epsilon) {
      this.epsilon = Domain.POSITIVE.check("epsilon", epsilon);
      return this;
    }

    @Override
    public AdaGradHd build() {
      return new AdaGradHd(this);
    }
  }
}
