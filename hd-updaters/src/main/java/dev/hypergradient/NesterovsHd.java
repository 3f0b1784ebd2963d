package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Nesterov momentum that learns its learning rate (SGDN-HD).
 *
 * <pre>{@code
 * new NeuralNetConfiguration.Builder().updater(new NesterovsHd(0, 0.9, 1e-3))
 * new NeuralNetConfiguration.Builder().updater(new NesterovsHd()) // no number to choose
 * }</pre>
 *
 * <pre>
 *   v_t = μ v_{t−1} + g_t
 *   d_t = g_t + μ v_t
 *   α_t = α_{t−1} + β g_t · d_{t−1}
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * <p>The line of α is that of a hyper learning rate β; a tower or another {@linkplain
 * LearningRateRule rule} takes its place.
 *
 * <p>The learning rate is outside the velocity, so that a change of it acts at once. With β = 0
 * this equals {@link org.nd4j.linalg.learning.config.Nesterovs}, which has it inside. It keeps two
 * vectors as long as the parameters, direction and velocity, and one more if the momentum is
 * learned. See {@link HypergradientUpdater} for what holds for all updaters, from errors to thread
 * safety.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = NesterovsHd.Builder.class)
public final class NesterovsHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

  /**
   * Finds the learning rate by itself: {@link LearningRateRule#PARAMETER_FREE}, whose averaging
   * takes the place of momentum. The same as {@link SgdHd#SgdHd()}; it keeps two vectors as long as
   * the parameters.
   */
  public NesterovsHd() {
    this(builder());
  }

  /**
   * Learns the learning rate by gradient descent.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param momentum μ, in [0, 1)
   * @param hyperLearningRate β, finite and not negative; the paper's choice is 1e-3
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public NesterovsHd(double learningRate, double momentum, double hyperLearningRate) {
    this(
        builder()
            .learningRate(learningRate)
            .momentum(momentum)
            .hyperLearningRate(hyperLearningRate));
  }

  /**
   * Learns the learning rate by any optimiser: a tower. Momentum is 0.9.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperOptimizer the optimiser of the learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public NesterovsHd(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private NesterovsHd(Builder builder) {
    super(builder.setup());
  }

  /**
   * A builder for the less usual options.
   *
   * @return a builder; without any option it builds what {@link #NesterovsHd()} does
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the momentum μ, in [0, 1)} */
  public double getMomentum() {
    return get(Hyperparameter.MOMENTUM);
  }

  /** Builds a {@link NesterovsHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdaterBuilder<Builder> {

    private Builder() {
      super(DescentMethod.NESTEROVS);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The momentum.
     *
     * @param momentum μ, in [0, 1); default 0.9
     * @return this builder
     * @throws IllegalArgumentException if μ is outside its range
     */
    public Builder momentum(double momentum) {
      return set(Hyperparameter.MOMENTUM, momentum);
    }

    @Override
    public NesterovsHd build() {
      return new NesterovsHd(this);
    }
  }
}
