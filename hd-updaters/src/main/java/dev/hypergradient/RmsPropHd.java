package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * RMSProp that learns its learning rate.
 *
 * <pre>
 *   q_t = ρ q_{t−1} + (1 − ρ) g_t²,  q_0 = ε
 *   d_t = g_t / (√q_t + ε)
 *   √α_t = √α_{t−1} + β · 2 √α_{t−1} g_t · d_{t−1}
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * <p>The line of α is that of a hyper learning rate β; a tower or another {@linkplain
 * LearningRateRule rule} takes its place.
 *
 * <p>The learning rate is learned as its square root, as in Chandra et al. (<a
 * href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>), so it cannot become negative and
 * cannot start from 0. With β = 0 this equals {@link org.nd4j.linalg.learning.config.RmsProp}. It
 * keeps two vectors as long as the parameters, d and q, and one more if the decay ρ is learned. See
 * {@link HypergradientUpdater} for what holds for all updaters, from errors to thread safety.
 *
 * <p>There is no constructor without numbers: the rule that needs none, {@link
 * LearningRateRule#PARAMETER_FREE}, has been studied with {@link SgdHd}, {@link NesterovsHd} and
 * {@link AdamHd} only.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = RmsPropHd.Builder.class)
public final class RmsPropHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

  /**
   * Learns the learning rate by gradient descent on its square root.
   *
   * @param learningRate α₀, the learning rate to start from; finite and greater than 0
   * @param hyperLearningRate β, finite and not negative
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public RmsPropHd(double learningRate, double hyperLearningRate) {
    this(builder().learningRate(learningRate).hyperLearningRate(hyperLearningRate));
  }

  /**
   * Learns the learning rate by any optimiser: a tower.
   *
   * @param learningRate α₀, the learning rate to start from; finite and greater than 0
   * @param hyperOptimizer the optimiser of the learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public RmsPropHd(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private RmsPropHd(Builder builder) {
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

  /** {@return the decay ρ of the mean square, in [0, 1)} */
  public double getDecay() {
    return get(Hyperparameter.DECAY);
  }

  /** {@return the constant ε that keeps the direction finite, greater than 0} */
  public double getEpsilon() {
    return get(Hyperparameter.EPSILON);
  }

  /** Builds an {@link RmsPropHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdaterBuilder<Builder> {

    private Builder() {
      super(DescentMethod.RMSPROP);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The decay of the mean square.
     *
     * @param decay ρ, in [0, 1); default 0.95
     * @return this builder
     * @throws IllegalArgumentException if ρ is outside its range
     */
    public Builder decay(double decay) {
      return set(Hyperparameter.DECAY, decay);
    }

    /**
     * The constant that keeps the direction finite, and the mean square to start from.
     *
     * @param epsilon ε, in units of the gradient; greater than 0, default 1e-8
     * @return this builder
     * @throws IllegalArgumentException if ε is outside its range
     */
    public Builder epsilon(double epsilon) {
      return set(Hyperparameter.EPSILON, epsilon);
    }

    @Override
    public RmsPropHd build() {
      return new RmsPropHd(this);
    }
  }
}
