package dev.hypergradient;

import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.internal.block.BlockConfigurations;
import dev.hypergradient.internal.block.BlockUpdater;
import dev.hypergradient.internal.block.LiveSetup;
import dev.hypergradient.internal.block.SharedRates;
import dev.hypergradient.internal.setup.Option;
import dev.hypergradient.internal.setup.Setup;
import dev.hypergradient.internal.setup.SetupSerializer;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonUnwrapped;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;

/**
 * An updater that learns its own learning rate while the network trains: what {@link SgdHd}, {@link
 * NesterovsHd}, {@link AdamHd}, {@link RmsPropHd} and {@link AdaGradHd} have in common.
 *
 * <p>With g<sub>t</sub> the gradient, d<sub>t</sub> the update direction of a subclass and
 * θ<sub>t</sub> the parameters, each step first moves the learning rate α by the hypergradient h,
 * then the parameters by the learning rate:
 *
 * <pre>
 *   h_t = g_t · d_{t−1}             over all parameters of the scope; h_1 = 0
 *   α_t = α_{t−1} + β h_t           before any parameter moves
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * <p>−h<sub>t</sub> is the derivative of the loss with respect to the learning rate of the step
 * before. The middle line is the step of a {@link HyperSgd} with learning rate β; any other {@link
 * HyperOptimizer} may take its place, and so may the other {@linkplain LearningRateRule rules}.
 * Source: A. G. Baydin, R. Cornish, D. Martínez Rubio, M. Schmidt, F. Wood, "Online Learning Rate
 * Adaptation with Hypergradient Descent", ICLR 2018, <a
 * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.
 *
 * <h2>What to expect</h2>
 *
 * <ul>
 *   <li>All blocks of a network step with the same α<sub>t</sub>, and {@code
 *       net.getLearningRate(layer)} shows it. It may become negative unless {@linkplain
 *       HypergradientUpdaterBuilder#minLearningRate bounded}.
 *   <li>g<sub>t</sub> is the gradient as DL4J hands it to an updater: averaged over the minibatch,
 *       normalised or clipped, with L1 and L2 terms.
 *   <li>A step is skipped if its gradient contains NaN or infinity or is so large that what is
 *       learned from it overflows, the very first step included: parameters, running statistics of
 *       batch normalisation, updater state and α stay as they are. The first skipped step is
 *       logged; {@link NonFiniteGradientException} ends a run of {@linkplain
 *       HypergradientUpdaterBuilder#maxSkippedSteps several}. An updater state that does not belong
 *       to this updater and network is refused by an {@link UpdaterStateException}.
 * </ul>
 *
 * <h2>Options</h2>
 *
 * <p>Other hyperparameters can be {@linkplain HypergradientUpdaterBuilder#learn learned} besides or
 * instead, by the same optimiser, from ∂f/∂φ = −s<sub>t−1</sub> α<sub>t−1</sub> g<sub>t</sub> ·
 * ∂d<sub>t−1</sub>/∂φ, as in K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The
 * Ultimate Optimizer", NeurIPS 2022, <a
 * href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>. Each is optimised as its {@link
 * Hyperparameter#parametrisation} says.
 *
 * <p>A {@linkplain HypergradientUpdaterBuilder#learningRateSchedule schedule} s multiplies the
 * learned rate: θ<sub>t</sub> = θ<sub>t−1</sub> − s<sub>t</sub> α<sub>t</sub> d<sub>t</sub>, and
 * h<sub>t</sub> = s<sub>t−1</sub> g<sub>t</sub> · d<sub>t−1</sub>, so that −h<sub>t</sub> still is
 * the derivative of the loss with respect to α.
 *
 * <h2>How it works</h2>
 *
 * <p>In SameDiff, which moves each variable as soon as its gradient is there, the learning rate
 * follows one iteration later: α<sub>t</sub> = α<sub>t−1</sub> + β h<sub>t−1</sub>, for all
 * variables alike; other learned hyperparameters and schedules follow to first order. A {@link
 * org.nd4j.autodiff.samediff.TrainingConfig} must not serve two graphs at once.
 *
 * <p>FLOAT and DOUBLE networks in host memory are stepped by loops of the JVM, all others by ND4J's
 * operations; the system property {@code hypergradient.kernel}, {@code jvm} or {@code nd4j}, forces
 * either. The two agree to rounding.
 *
 * <p>α is kept in the updater state array, in double precision for FLOAT and DOUBLE networks; in
 * HALF networks it has 44 bits, or a resolution of 2<sup>−57</sup> if that is coarser, and must not
 * exceed 65504.
 *
 * <p>Instances may be shared by any number of networks. They are compared by the settings that they
 * were built with, and immutable but for {@link #setLrAndSchedule}, which DL4J calls on behalf of
 * {@code net.setLearningRate(..)} and which must not run while the network trains; everything else
 * is thread-safe.
 *
 * @serial exclude
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.NONE,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public abstract class HypergradientUpdater implements IUpdater {

  private static final long serialVersionUID = 1L;

  private LiveSetup live;

  HypergradientUpdater(Setup setup) {
    live = new LiveSetup(setup);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    live.writeRates();
    out.defaultWriteObject();
  }

  @JsonUnwrapped
  @JsonProperty
  @JsonSerialize(using = SetupSerializer.class)
  final Setup toSave() {
    live.writeRates();
    return live.setup();
  }

  /** The value of an option of the subclass. */
  final <T> T get(Option<T> option) {
    return live.setup().get(option);
  }

  /** The configured value of a hyperparameter. */
  final double get(Hyperparameter hyperparameter) {
    return live.setup().initialValue(hyperparameter);
  }

  /** {@return the learning rate α₀ that training starts from} */
  public final double getInitialLearningRate() {
    return get(Option.LEARNING_RATE);
  }

  /** {@return the factor on the learned learning rate, if there is one} */
  public final Optional<ISchedule> getLearningRateSchedule() {
    return Optional.ofNullable(get(Option.LEARNING_RATE_SCHEDULE));
  }

  /** {@return what learns the learning rate: the lowest level of the tower} */
  public final HyperOptimizer getHyperOptimizer() {
    return live.setup().hyperOptimizer();
  }

  /** {@return the hyperparameters that are learned, in the order of their declaration} */
  public final List<Hyperparameter> getLearn() {
    return live.setup().learned();
  }

  /** {@return how the gradient and the steps before move the learning rate} */
  public final LearningRateRule getLearningRateRule() {
    return get(Option.LEARNING_RATE_RULE);
  }

  /** {@return the set of parameters that share a learning rate} */
  public final LearningRateScope getLearningRateScope() {
    return live.setup().scope();
  }

  /** {@return the weight λ, in [0, 1], of the mean of all layers in a layer's learning rate} */
  public final double getNetworkPull() {
    return optional(Option.NETWORK_PULL).orElse(0);
  }

  /** {@return the lower bound of α, if there is one} */
  public final OptionalDouble getMinLearningRate() {
    return optional(Option.MIN_LEARNING_RATE);
  }

  /** {@return the upper bound of α, if there is one} */
  public final OptionalDouble getMaxLearningRate() {
    return optional(Option.MAX_LEARNING_RATE);
  }

  /** {@return the fixed rate that the learned learning rate gives way to, if there is one} */
  public final OptionalDouble getFinalLearningRate() {
    return optional(Option.FINAL_LEARNING_RATE);
  }

  /** {@return how fast the learned learning rate gives way to the final one, if given} */
  public final Optional<ISchedule> getTransitionSchedule() {
    return Optional.ofNullable(get(Option.TRANSITION_SCHEDULE));
  }

  /** {@return the number of consecutive steps with a non-finite gradient that ends training} */
  public final int getMaxSkippedSteps() {
    return get(Option.MAX_SKIPPED_STEPS);
  }

  private OptionalDouble optional(Option<Double> option) {
    Double value = get(option);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * The learning rate α as it stands, times the schedule if there is one, and on its way to the
   * final one if there is one.
   *
   * <p>A configuration shows the network that last trained with it: that of the layer it belongs
   * to, unless several networks share it. Before the first step it shows the learning rate to start
   * from.
   *
   * @param iteration the iteration for the schedule, from 0; α is the present one whatever its
   *     value
   * @param epoch the epoch for the schedule, from 0
   * @return the learning rate, never NaN
   */
  @Override
  public final double getLearningRate(int iteration, int epoch) {
    return live.learningRate(iteration, epoch);
  }

  @Override
  public final boolean hasLearningRate() {
    return true;
  }

  /**
   * Continues from another learning rate, or with another schedule. DL4J calls this for {@code
   * net.setLearningRate(..)} and rebuilds the network's updater, which keeps its state except for
   * α. Other networks that share this configuration go on with their own, but an updater without a
   * state starts from the new one. In SameDiff a call takes effect in the next iteration.
   *
   * @param lr the learning rate to continue from; NaN keeps the learned one, if there is a schedule
   * @param lrSchedule the factor on the learned rate, or {@code null} for none
   * @throws IllegalArgumentException if the learning rate is negative or infinite, or NaN without a
   *     schedule; or if there is one and the rule is {@link LearningRateRule#PARAMETER_FREE}
   */
  @Override
  public final void setLrAndSchedule(double lr, ISchedule lrSchedule) {
    boolean keepsRate = lrSchedule != null && Double.isNaN(lr);
    Setup setup = live.setup();
    if (!keepsRate) {
      if (!setup.rule().continuesFromAnyRate()) {
        throw new IllegalArgumentException(
            "learningRateRule "
                + getLearningRateRule()
                + " finds the learning rate itself, got "
                + lr
                + " to continue from: a learningRateSchedule can multiply it");
      }
      Option.LEARNING_RATE.check(lr);
    }
    live.change(setup.reset(lr, lrSchedule));
    BlockConfigurations.ofThisThread().reset(live, lr);
    SharedRates.resetInline(live, lr);
  }

  @Override
  public final long stateSize(long numParams) {
    live.writeRates();
    return BlockConfigurations.ofThisThread().stateSize(live, numParams);
  }

  @Override
  public final GradientUpdater<HypergradientUpdater> instantiate(
      INDArray viewArray, boolean initializeViewArray) {
    BlockConfigurations calls = BlockConfigurations.ofThisThread();
    double rate = calls.claimRate(live);
    BlockUpdater<HypergradientUpdater> updater =
        blockUpdater(calls.claim(live, viewArray.length()), rate);
    updater.setStateViewArray(viewArray, null, 'c', initializeViewArray);
    return updater;
  }

  @Override
  public final GradientUpdater<HypergradientUpdater> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    BlockUpdater<HypergradientUpdater> updater = blockUpdater(List.of(live), Double.NaN);
    updater.setState(updaterState, initializeStateArrays);
    return updater;
  }

  private BlockUpdater<HypergradientUpdater> blockUpdater(List<LiveSetup> shownIn, double rate) {
    // A copy that nobody else holds, so that it shows this block's learning rate only.
    HypergradientUpdater own = copy(live.setup());
    List<LiveSetup> all = new ArrayList<>(shownIn);
    all.add(own.live);
    return new BlockUpdater<>(own, live, all, rate);
  }

  /**
   * Copies this configuration; for another layer, if the scope is {@link LearningRateScope#LAYER}.
   */
  @Override
  public final HypergradientUpdater clone() {
    return copy(live.setup().ofAnotherLayer());
  }

  /** A copy that shows no network's learning rate yet. */
  private HypergradientUpdater copy(Setup other) {
    try {
      HypergradientUpdater copy = (HypergradientUpdater) super.clone();
      copy.live = new LiveSetup(other);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof HypergradientUpdater
        && live.setup().equals(((HypergradientUpdater) other).live.setup());
  }

  @Override
  public final int hashCode() {
    return live.setup().hashCode();
  }

  /** Returns the updater's name and settings. */
  @Override
  public final String toString() {
    return live.setup().toString();
  }
}
