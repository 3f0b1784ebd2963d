package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Stochastic gradient descent that learns its learning rate (SGD-HD).
 *
 * <pre>{@code
 * new NeuralNetConfiguration.Builder().updater(new SgdHd(0, 1e-3))
 * new NeuralNetConfiguration.Builder().updater(new SgdHd()) // no number to choose
 * }</pre>
 *
 * <pre>
 *   α_t = α_{t−1} + β g_t · g_{t−1}
 *   θ_t = θ_{t−1} − α_t g_t
 * </pre>
 *
 * <p>The line of α is that of a hyper learning rate β; a tower or another {@linkplain
 * LearningRateRule rule} takes its place.
 *
 * <p>With β = 0 it equals {@link org.nd4j.linalg.learning.config.Sgd}. With {@linkplain
 * Builder#momentum heavy-ball momentum} μ the direction is d<sub>t</sub> = μ d<sub>t−1</sub> +
 * g<sub>t</sub> in place of g<sub>t</sub>. It keeps one vector as long as the parameters, the
 * previous direction, and one more if the momentum is learned. See {@link HypergradientUpdater} for
 * what holds for all updaters, from errors to thread safety.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = SgdHd.Builder.class)
public final class SgdHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

  /**
   * Finds the learning rate by itself: {@link LearningRateRule#PARAMETER_FREE}. It keeps two
   * vectors as long as the parameters.
   */
  public SgdHd() {
    this(builder());
  }

  /**
   * Learns the learning rate by gradient descent.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperLearningRate β, finite and not negative; the paper's choice is 1e-3
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public SgdHd(double learningRate, double hyperLearningRate) {
    this(builder().learningRate(learningRate).hyperLearningRate(hyperLearningRate));
  }

  /**
   * Learns the learning rate by any optimiser: a tower.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperOptimizer the optimiser of the learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public SgdHd(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private SgdHd(Builder builder) {
    super(builder.setup());
  }

  /**
   * A builder for the less usual options.
   *
   * @return a builder; without any option it builds what {@link #SgdHd()} does
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the momentum μ, in [0, 1); 0 for none} */
  public double getMomentum() {
    return get(Hyperparameter.MOMENTUM);
  }

  /** Builds a {@link SgdHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdaterBuilder<Builder> {

    private Builder() {
      super(DescentMethod.SGD);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Heavy-ball momentum.
     *
     * @param momentum μ, in [0, 1); default 0
     * @return this builder
     * @throws IllegalArgumentException if μ is outside its range
     */
    public Builder momentum(double momentum) {
      return set(Hyperparameter.MOMENTUM, momentum);
    }

    @Override
    public SgdHd build() {
      return new SgdHd(this);
    }
  }
}
