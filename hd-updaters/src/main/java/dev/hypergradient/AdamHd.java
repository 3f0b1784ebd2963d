package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
import dev.hypergradient.internal.setup.Option;
import org.nd4j.shade.jackson.databind.annotation.JsonDeserialize;
import org.nd4j.shade.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * Adam that learns its learning rate (Adam-HD).
 *
 * <pre>{@code
 * new NeuralNetConfiguration.Builder().updater(new AdamHd(0, 1e-8))
 * new NeuralNetConfiguration.Builder().updater(new AdamHd()) // no number to choose
 * }</pre>
 *
 * <pre>
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   v_t = β₂ v_{t−1} + (1 − β₂) g_t²
 *   d_t = m_t / (√v_t + ε) · √(1 − β₂ᵗ) / (1 − β₁ᵗ)
 *   α_t = α_{t−1} + β g_t · d_{t−1}
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * <p>The line of α is that of a hyper learning rate β; a tower or another {@linkplain
 * LearningRateRule rule} takes its place.
 *
 * <p>ε is added before the bias correction, as in DL4J and in the code of hypergradient descent's
 * authors; t is DL4J's iteration plus one. With β = 0 this equals {@link
 * org.nd4j.linalg.learning.config.Adam}. It keeps three vectors as long as the parameters, d, m and
 * v, and one more for each of β₁, β₂ and ε that is learned. See {@link HypergradientUpdater} for
 * what holds for all updaters, from errors to thread safety.
 *
 * <p>In HALF networks the moments are computed in single precision, so that the usual ε does not
 * vanish.
 *
 * <p>Source of Adam: D. P. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015,
 * <a href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>.
 *
 * @serial exclude
 */
@JsonDeserialize(builder = AdamHd.Builder.class)
public final class AdamHd extends HypergradientUpdater {

  private static final long serialVersionUID = 1L;

  /**
   * Finds the learning rate by itself: {@link LearningRateRule#PARAMETER_FREE}, with gradients over
   * their root mean squares. β₂ is 0.999; averaging takes the place of the first moment, and β₁ and
   * ε are not used. It keeps three vectors as long as the parameters.
   */
  public AdamHd() {
    this(builder());
  }

  /**
   * Learns the learning rate by gradient descent, with Adam's usual β₁, β₂ and ε.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperLearningRate β, finite and not negative; the paper's choices are 1e-7 and 1e-8
   * @throws IllegalArgumentException if an argument is outside its range
   */
  public AdamHd(double learningRate, double hyperLearningRate) {
    this(builder().learningRate(learningRate).hyperLearningRate(hyperLearningRate));
  }

  /**
   * Learns the learning rate by any optimiser: a tower.
   *
   * @param learningRate α₀, the learning rate to start from; finite and not negative
   * @param hyperOptimizer the optimiser of the learning rate
   * @throws IllegalArgumentException if the learning rate is outside its range
   */
  public AdamHd(double learningRate, HyperOptimizer hyperOptimizer) {
    this(builder().learningRate(learningRate).hyperOptimizer(hyperOptimizer));
  }

  private AdamHd(Builder builder) {
    super(builder.setup());
  }

  /**
   * A builder for the less usual options.
   *
   * @return a builder; without any option it builds what {@link #AdamHd()} does
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the decay β₁ of the first moment, in [0, 1)} */
  public double getBeta1() {
    return get(Hyperparameter.BETA1);
  }

  /** {@return the decay β₂ of the second moment, in [0, 1)} */
  public double getBeta2() {
    return get(Hyperparameter.BETA2);
  }

  /** {@return the constant ε that keeps the direction finite, greater than 0} */
  public double getEpsilon() {
    return get(Hyperparameter.EPSILON);
  }

  /** {@return the value v₀ of at least 0 that the second moment starts from} */
  public double getInitialSecondMoment() {
    return get(Option.INITIAL_SECOND_MOMENT);
  }

  /** Builds an {@link AdamHd}. */
  @JsonPOJOBuilder(withPrefix = "")
  public static final class Builder extends HypergradientUpdaterBuilder<Builder> {

    private Builder() {
      super(DescentMethod.ADAM);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The decay of the first moment.
     *
     * @param beta1 β₁, in [0, 1); default 0.9
     * @return this builder
     * @throws IllegalArgumentException if β₁ is outside its range
     */
    public Builder beta1(double beta1) {
      return set(Hyperparameter.BETA1, beta1);
    }

    /**
     * The decay of the second moment.
     *
     * @param beta2 β₂, in [0, 1); default 0.999
     * @return this builder
     * @throws IllegalArgumentException if β₂ is outside its range
     */
    public Builder beta2(double beta2) {
      return set(Hyperparameter.BETA2, beta2);
    }

    /**
     * The constant that keeps the direction finite.
     *
     * @param epsilon ε, in units of the gradient; greater than 0, default 1e-8
     * @return this builder
     * @throws IllegalArgumentException if ε is outside its range
     */
    public Builder epsilon(double epsilon) {
      return set(Hyperparameter.EPSILON, epsilon);
    }

    /**
     * What the second moment starts from.
     *
     * @param initialSecondMoment v₀, in units of the gradient squared; finite and not negative.
     *     Default 0, as in DL4J and in the paper on Adam; 1e-8 in the code of Chandra et al., which
     *     damps the first steps where gradients are small, since the bias correction divides it by
     *     1 − β₂ᵗ
     * @return this builder
     * @throws IllegalArgumentException if v₀ is outside its range
     */
    public Builder initialSecondMoment(double initialSecondMoment) {
      return set(Option.INITIAL_SECOND_MOMENT, initialSecondMoment);
    }

    @Override
    public AdamHd build() {
      return new AdamHd(this);
    }
  }
}
