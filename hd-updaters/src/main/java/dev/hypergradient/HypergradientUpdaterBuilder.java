package dev.hypergradient;

import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.setup.DescentMethod;
import dev.hypergradient.internal.setup.Option;
import dev.hypergradient.internal.setup.OptionValues;
import dev.hypergradient.internal.setup.Setup;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The options that the builders of all updaters have in common. A value out of its range is refused
 * at once, values that do not fit each other by {@link #build}.
 *
 * <p>Not thread-safe.
 *
 * @param <B> the builder's own type
 */
// One of DL4J's two JSON mappers looks at fields only if it is not told otherwise.
@JsonAutoDetect(setterVisibility = Visibility.PUBLIC_ONLY, fieldVisibility = Visibility.NONE)
public abstract class HypergradientUpdaterBuilder<B extends HypergradientUpdaterBuilder<B>> {

  private final DescentMethod method;
  private final OptionValues values = new OptionValues();

  HypergradientUpdaterBuilder(DescentMethod method) {
    this.method = method;
  }

  abstract B self();

  final <T> B set(Option<T> option, T value) {
    values.put(option, value);
    return self();
  }

  final B set(Hyperparameter hyperparameter, double value) {
    return set(method.option(hyperparameter), value);
  }

  /** The settings, with the defaults of those that were not given. */
  final Setup setup() {
    return new Setup(method, values);
  }

  /**
   * Builds the updater.
   *
   * @return an updater with this builder's settings
   * @throws IllegalArgumentException if a setting is outside its range or missing
   */
  public abstract HypergradientUpdater build();

  /**
   * The learning rate to start from.
   *
   * @param learningRate α₀, finite and not negative; default 0
   * @return this builder
   * @throws IllegalArgumentException if α₀ is negative or not finite
   */
  public B learningRate(double learningRate) {
    return set(Option.LEARNING_RATE, learningRate);
  }

  /**
   * Learns the learning rate by gradient descent: short for a {@link HyperSgd}.
   *
   * @param hyperLearningRate β, in the units of the {@linkplain #learningRateRule rule}; finite and
   *     not negative
   * @return this builder
   * @throws IllegalArgumentException if β is negative or not finite
   */
  public B hyperLearningRate(double hyperLearningRate) {
    return hyperOptimizer(
        new HyperSgd(Domain.NON_NEGATIVE.check("hyperLearningRate", hyperLearningRate)));
  }

  /**
   * Learns the learning rate by any optimiser, which may have further levels above it.
   *
   * @param hyperOptimizer the optimiser of the learning rate
   * @return this builder
   */
  public B hyperOptimizer(HyperOptimizer hyperOptimizer) {
    return set(Option.HYPER_OPTIMIZER, Objects.requireNonNull(hyperOptimizer, "hyperOptimizer"));
  }

  /**
   * A factor on the learned learning rate, such as a warm-up or a final decay.
   *
   * @param learningRateSchedule the factor s by iteration or epoch, finite; {@code null} for 1
   * @return this builder
   */
  public B learningRateSchedule(ISchedule learningRateSchedule) {
    return set(Option.LEARNING_RATE_SCHEDULE, learningRateSchedule);
  }

  /**
   * The hyperparameters to learn; the others stay as they are configured.
   *
   * @param learn one or more that the updater can learn; default, and if {@code null}: the learning
   *     rate. The hyper optimiser sees them in the order in which {@link Hyperparameter} declares
   *     them
   * @return this builder
   * @throws IllegalArgumentException if one of them is {@code null}
   */
  public B learn(Hyperparameter... learn) {
    if (learn != null && Arrays.asList(learn).contains(null)) {
      throw new IllegalArgumentException(
          "learn must name hyperparameters, got " + Arrays.toString(learn));
    }
    return set(Option.LEARN, learn == null ? null : List.of(learn));
  }

  /**
   * How the gradient and the steps before move the learning rate.
   *
   * @param learningRateRule the rule. The additive and the multiplicative one need a {@link
   *     #hyperLearningRate} or {@link #hyperOptimizer}, the multiplicative one also a learning rate
   *     greater than 0; {@link LearningRateRule#PARAMETER_FREE} needs neither. Default: {@link
   *     LearningRateRule#ADDITIVE} if there is a hyper learning rate or optimiser. With neither
   *     that nor a learning rate, {@link LearningRateRule#PARAMETER_FREE} for {@link SgdHd}, {@link
   *     NesterovsHd} and {@link AdamHd}; otherwise an error
   * @return this builder
   */
  public B learningRateRule(LearningRateRule learningRateRule) {
    return set(
        Option.LEARNING_RATE_RULE, Objects.requireNonNull(learningRateRule, "learningRateRule"));
  }

  /**
   * The set of parameters that share a learning rate.
   *
   * @param learningRateScope the scope; default {@link LearningRateScope#NETWORK}
   * @return this builder
   */
  public B learningRateScope(LearningRateScope learningRateScope) {
    return set(Option.LEARNING_RATE_SCOPE, learningRateScope);
  }

  /**
   * Pulls the learning rates of the layers together: α<sub>t</sub> of a layer becomes (1 − λ)
   * α<sub>t</sub> + λ ᾱ<sub>t−1</sub>, with ᾱ the mean over all layers.
   *
   * @param networkPull λ, in [0, 1]; default 0. Other values need {@link LearningRateScope#LAYER}
   * @return this builder
   * @throws IllegalArgumentException if λ is outside its range
   */
  public B networkPull(double networkPull) {
    return set(Option.NETWORK_PULL, networkPull == 0 ? null : networkPull);
  }

  @JsonProperty
  B layer(Long layer) {
    return set(Option.LAYER, layer);
  }

  @JsonProperty
  B resetLearningRate(Double resetLearningRate) {
    return set(Option.RESET_LEARNING_RATE, resetLearningRate);
  }

  @JsonProperty
  B resetLearningRateSchedule(ISchedule resetLearningRateSchedule) {
    return set(Option.RESET_LEARNING_RATE_SCHEDULE, resetLearningRateSchedule);
  }

  /**
   * The lower bound of α: what the rule takes below it is raised to it.
   *
   * @param minLearningRate the bound, finite; 0 keeps α from turning negative; default: none
   * @return this builder
   * @throws IllegalArgumentException if the bound is not finite
   */
  public B minLearningRate(double minLearningRate) {
    return set(Option.MIN_LEARNING_RATE, minLearningRate);
  }

  /**
   * The upper bound of α: what the rule takes above it is lowered to it.
   *
   * @param maxLearningRate the bound, finite; default: none
   * @return this builder
   * @throws IllegalArgumentException if the bound is not finite
   */
  public B maxLearningRate(double maxLearningRate) {
    return set(Option.MAX_LEARNING_RATE, maxLearningRate);
  }

  /**
   * Passes from the learned rate to a fixed one: parameters are moved with s<sub>t</sub>
   * (δ<sub>t</sub> α<sub>t</sub> + (1 − δ<sub>t</sub>) α<sub>∞</sub>), while α<sub>t</sub> is
   * learned as without it. If f is convex with a gradient that is bounded and Lipschitz with
   * constant L, α<sub>∞</sub> &lt; 1/L, s = 1 and t·δ<sub>t</sub> → 0, then {@link SgdHd} converges
   * to a minimum with the additive rule, whatever α₀ and β (Baydin et al., Theorem 5.1).
   *
   * @param finalLearningRate α<sub>∞</sub>, finite and not negative; default: no transition
   * @return this builder
   * @throws IllegalArgumentException if the rate is outside its range
   */
  public B finalLearningRate(double finalLearningRate) {
    return set(Option.FINAL_LEARNING_RATE, finalLearningRate);
  }

  /**
   * How fast the learned rate gives way to the {@linkplain #finalLearningRate final} one.
   *
   * @param transitionSchedule δ by iteration or epoch, finite, usually falling from 1 to 0;
   *     default, and if {@code null}: 1/t² with t the iteration from 1, as Baydin et al. propose
   * @return this builder
   */
  public B transitionSchedule(ISchedule transitionSchedule) {
    return set(Option.TRANSITION_SCHEDULE, transitionSchedule);
  }

  /**
   * The number of consecutive steps with a non-finite gradient that ends training with a {@link
   * NonFiniteGradientException}.
   *
   * @param maxSkippedSteps at least 1; default 10
   * @return this builder
   * @throws IllegalArgumentException if the number is less than 1
   */
  public B maxSkippedSteps(int maxSkippedSteps) {
    return set(Option.MAX_SKIPPED_STEPS, maxSkippedSteps);
  }

  /** Returns the updater's name and the options given so far. */
  @Override
  public final String toString() {
    return method + values.toString();
  }
}
