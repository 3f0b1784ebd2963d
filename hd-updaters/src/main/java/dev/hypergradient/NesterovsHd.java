package dev.hypergradient;

import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.kernel.NesterovsStep;
import dev.hypergradient.kernel.Step;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Nesterov momentum that learns its learning rate (SGDN-HD).
 *
 * <pre>
 *   v_t = μ v_{t−1} + g_t
 *   d_t = g_t + μ v_t
 *   α_t = α_{t−1} + β g_t · d_{t−1}
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * <p>The learning rate stands outside the velocity, so that a change of it acts at once. With β = 0
 * this equals {@link org.nd4j.linalg.learning.config.Nesterovs}, which has it inside. It keeps two
 * vectors as long as the parameters, direction and velocity, and one more if the momentum is
 * learned. What holds for all updaters, from errors to thread safety, stands in {@link
 * HypergradientUpdater}.
 *
 * <pre>{@code
 * new NeuralNetConfiguration.Builder().updater(new NesterovsHd(0, 0.9, 1e-3))
 * }</pre>
 *
 * @serial exclude
 */
@JsonDeserialize(builder = NesterovsHd.Builder.class)
public final class NesterovsHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

  private final double momentum;

  /**
   * Learns the learning rate from scratch, by {@link LearningRateRule#LONG_HORIZON}: no number to
   * choose. Momentum is 0.9.
   */
  public NesterovsHd() {
    this(builder().learningRateRule(LearningRateRule.LONG_HORIZON));
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
    super(builder);
    momentum = builder.momentum;
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
   * The momentum μ.
   *
   * @return a value in [0, 1)
   */
  public double getMomentum() {
    return momentum;
  }

  @Override
  int ownVectors() {
    return 2;
  }

  @Override
  Map<Hyperparameter, Double> hyperparameters() {
    return Map.of(Hyperparameter.MOMENTUM, momentum);
  }

  @Override
  Set<Hyperparameter> learnable() {
    return EnumSet.of(Hyperparameter.LEARNING_RATE, Hyperparameter.MOMENTUM);
  }

  @Override
  GradientAverage gradientAverage() {
    return new GradientAverage(1 + momentum, momentum * momentum, momentum);
  }

  @Override
  Step step(LearnedHyperparameters learned, int iteration) {
    return new NesterovsStep(learned.value(Hyperparameter.MOMENTUM), slot(Hyperparameter.MOMENTUM));
  }

  /** Builds a {@link NesterovsHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdater.Builder<Builder> {

    private double momentum = 0.9;

    private Builder() {}

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
      this.momentum = Domain.DECAY.check("momentum", momentum);
      return this;
    }

    @Override
    public NesterovsHd build() {
      return new NesterovsHd(this);
    }
  }
}
