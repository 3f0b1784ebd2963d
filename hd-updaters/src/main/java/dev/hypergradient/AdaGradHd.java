package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
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
 * <p>The line of α is that of a hyper learning rate β; a tower or another {@linkplain
 * LearningRateRule rule} takes its place.
 *
 * <p>With β = 0 this equals {@link org.nd4j.linalg.learning.config.AdaGrad}. It keeps two vectors
 * as long as the parameters, d and q. See {@link HypergradientUpdater} for what holds for all
 * updaters, from errors to thread safety.
 *
 * <p>There is no constructor without numbers: the rule that needs none, {@link
 * LearningRateRule#PARAMETER_FREE}, has been studied with {@link SgdHd}, {@link NesterovsHd} and
 * {@link AdamHd} only.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = AdaGradHd.Builder.class)
public final class AdaGradHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

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
    super(builder.setup());
  }

  /**
   * A builder for the less usual options.
   *
   * @return a builder; a hyper learning rate or a hyper optimiser must be given
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the constant ε that keeps the direction finite, greater than 0} */
  public double getEpsilon() {
    return get(Hyperparameter.EPSILON);
  }

  /** Builds an {@link AdaGradHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdaterBuilder<Builder> {

    private Builder() {
      super(DescentMethod.ADAGRAD);
    }

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
      return set(Hyperparameter.EPSILON, epsilon);
    }

    @Override
    public AdaGradHd build() {
      return new AdaGradHd(this);
    }
  }
}
