package dev.hypergradient;

import static java.util.stream.Collectors.toList;

import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.kernel.Kernel;
import dev.hypergradient.kernel.Step;
import dev.hypergradient.kernel.Trace;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The configuration that all updaters share: what is learned about the learning rate, and how.
 *
 * <p>With g<sub>t</sub> the gradient and d<sub>t</sub> the update direction of a subclass,
 *
 * <pre>
 *   h_t = g_t · d_{t−1}             over all parameters of the scope; h_1 = 0
 *   α_t = α_{t−1} + β h_t           before any parameter moves
 *   θ_t = θ_{t−1} − α_t d_t
 * </pre>
 *
 * (A. G. Baydin, R. Cornish, D. Martínez Rubio, M. Schmidt, F. Wood, "Online Learning Rate
 * Adaptation with Hypergradient Descent", ICLR 2018, <a
 * href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>.) The middle line is the step of a
 * {@link HyperSgd} with learning rate β; any other {@link HyperOptimizer} may take its place, and
 * so may the other {@link LearningRateRule}. α may become negative unless {@linkplain
 * Builder#minLearningRate bounded}.
 *
 * <p>Other hyperparameters can be {@linkplain Builder#learn learned} besides or instead, by the
 * same optimiser, from ∂f/∂φ = −s<sub>t−1</sub> α<sub>t−1</sub> g<sub>t</sub> ·
 * ∂d<sub>t−1</sub>/∂φ, as in K. Chandra, A. Xie, J. Ragan-Kelley, E. Meijer, "Gradient Descent: The
 * Ultimate Optimizer", NeurIPS 2022, <a
 * href="https://arxiv.org/abs/1909.13371">arXiv:1909.13371</a>. Each is optimised as its {@link
 * Hyperparameter#parametrisation} says.
 *
 * <p>g<sub>t</sub> is the gradient as DL4J hands it to an updater: averaged over the minibatch,
 * normalised or clipped, with L1 and L2 terms.
 *
 * <p>A {@linkplain Builder#learningRateSchedule schedule} s multiplies the learned rate:
 * θ<sub>t</sub> = θ<sub>t−1</sub> − s<sub>t</sub> α<sub>t</sub> d<sub>t</sub>, and h<sub>t</sub> =
 * s<sub>t−1</sub> g<sub>t</sub> · d<sub>t−1</sub>, so that −h<sub>t</sub> still is the derivative
 * of the loss with respect to α.
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
 * <p>A step is skipped if its gradient contains NaN or infinity or is so large that what is learned
 * from it overflows, the very first step included: parameters, updater state and α stay as they
 * are. The first skipped step is logged; {@link NonFiniteGradientException} ends a run of {@link
 * Builder#maxSkippedSteps} of them.
 *
 * <p>α is kept in the updater state array, in double precision for FLOAT and DOUBLE networks; in
 * HALF networks it has 44 bits, or a resolution of 2<sup>−57</sup> if that is coarser, and must not
 * exceed 65504.
 *
 * <p>Instances are compared by value and may be shared by any number of networks. They are
 * immutable but for {@link #setLrAndSchedule}, which DL4J calls on behalf of {@code
 * net.setLearningRate(..)} and which must not run while the network trains; everything else is
 * thread-safe.
 *
 * @serial exclude
 */
public abstract class HypergradientUpdater implements IUpdater {

  private static final long serialVersionUID = 1L;

  /** 1/t², with t = 1 in iteration 0. */
  private static final ISchedule INVERSE_SQUARE =
      new InverseSchedule(ScheduleType.ITERATION, 1, 1, 2);

  private double learningRate;

  /** Counts the learning rates set after construction: a state of another revision is overruled. */
  private int learningRateRevision;

  private ISchedule learningRateSchedule;
  private final HyperOptimizer hyperOptimizer;
  private final List<Hyperparameter> learn;
  private final LearningRateRule learningRateRule;
  private final Double horizon;
  private final LearningRateScope learningRateScope;
  private final double networkPull;

  /** Tells layers apart that are configured alike; only in {@link LearningRateScope#LAYER}. */
  private Long layer;

  private final Double minLearningRate;
  private final Double maxLearningRate;
  private final Double maxGrowth;
  private final Double finalLearningRate;
  private final ISchedule transitionSchedule;
  private final int maxSkippedSteps;

  /** The block that last trained with this configuration; weak, since networks come and go. */
  private transient volatile WeakReference<BlockUpdater> liveBlock;

  HypergradientUpdater(Builder<?> builder) {
    learningRateRevision = builder.learningRateRevision;
    learningRateSchedule = builder.learningRateSchedule;
    hyperOptimizer =
        builder.hyperOptimizer == null && builder.learningRateRule.looksFurther()
            ? new HyperSgd(LongHorizon.RATE)
            : builder.hyperOptimizer;
    learn = List.copyOf(new TreeSet<>(Arrays.asList(builder.learn)));
    learningRateRule = builder.learningRateRule;
    horizon = builder.horizon;
    learningRateScope = builder.learningRateScope;
    networkPull = builder.networkPull;
    layer = builder.layer == null ? newLayer() : builder.layer;
    minLearningRate = builder.minLearningRate;
    maxLearningRate = builder.maxLearningRate;
    maxGrowth = builder.maxGrowth;
    finalLearningRate = builder.finalLearningRate;
    transitionSchedule = builder.transitionSchedule;
    maxSkippedSteps = builder.maxSkippedSteps;
    if (hyperOptimizer == null) {
      throw new IllegalArgumentException(
          "hyperLearningRate or hyperOptimizer must be given, got neither");
    }
    if (horizon != null && !learningRateRule.looksFurther()) {
      throw new IllegalArgumentException(
          "horizon needs learningRateRule LONG_HORIZON, got "
              + horizon
              + " with "
              + learningRateRule);
    }
    if (networkPull != 0 && learningRateScope != LearningRateScope.LAYER) {
      throw new IllegalArgumentException(
          "networkPull needs learningRateScope LAYER, got "
              + networkPull
              + " with "
              + learningRateScope);
    }
    if (transitionSchedule != null && finalLearningRate == null) {
      throw new IllegalArgumentException(
          "transitionSchedule needs a finalLearningRate, got " + transitionSchedule);
    }
    checkBounds();
    learningRate = checkedLearningRate(builder.learningRate);
    checkLearn();
  }

  private Long newLayer() {
    return learningRateScope == LearningRateScope.LAYER
        ? ThreadLocalRandom.current().nextLong()
        : null;
  }

  private void checkBounds() {
    if (minLearningRate != null && maxLearningRate != null && minLearningRate > maxLearningRate) {
      throw new IllegalArgumentException(
          String.format(
              "minLearningRate must be at most maxLearningRate = %s, got %s",
              maxLearningRate, minLearningRate));
    }
  }

  private void checkLearn() {
    if (learn.isEmpty() || !learnable().containsAll(learn)) {
      throw new IllegalArgumentException(
          "learn must be one or more of " + learnable() + ", got " + learn);
    }
  }

  /** Refuses a tower that does not fit; to be called when the subclass has its hyperparameters. */
  final void checkTower() {
    for (Hyperparameter h : learn) {
      parametrisation(h).domain().check(h.toString(), initialValue(h));
    }
    LearnedHyperparameters.initial(this);
  }

  private double checkedLearningRate(double rate) {
    // Neither a factor on it nor its square root's gradient can move a learning rate of 0.
    boolean stuckAtZero =
        learningRateRule == LearningRateRule.MULTIPLICATIVE
            || parametrisation(Hyperparameter.LEARNING_RATE) == Parametrisation.SQUARE;
    Domain domain = stuckAtZero ? Domain.POSITIVE : Domain.NON_NEGATIVE;
    domain.check("learningRate", rate);
    if (bounded(rate, rate) != rate) {
      throw new IllegalArgumentException(
          String.format(
              "learningRate must be in [minLearningRate, maxLearningRate] = [%s, %s], got %s",
              minLearningRate, maxLearningRate, rate));
    }
    return rate;
  }

  /** The number of state vectors without partial derivatives; the trace is the first. */
  abstract int ownVectors();

  /** The updater's own hyperparameters, all but the learning rate. */
  abstract Map<Hyperparameter, Double> hyperparameters();

  /** The hyperparameters that can be learned. */
  abstract Set<Hyperparameter> learnable();

  /** Settings that are no hyperparameters, by name. */
  Map<String, Object> options() {
    return Map.of();
  }

  /** How the direction is found, with these hyperparameters. */
  abstract Step step(LearnedHyperparameters learned, int iteration);

  /** How directions average gradients, with the hyperparameters as they are configured. */
  GradientAverage gradientAverage() {
    return GradientAverage.NONE;
  }

  /** Sets state vectors that do not start from 0. */
  void initialize(Kernel kernel) {}

  /** What a hyperparameter is optimised as, if the rule does not say otherwise. */
  Parametrisation usualParametrisation(Hyperparameter hyperparameter) {
    return hyperparameter.parametrisation();
  }

  /** What a hyperparameter is optimised as. */
  final Parametrisation parametrisation(Hyperparameter hyperparameter) {
    Parametrisation usual = usualParametrisation(hyperparameter);
    return hyperparameter == Hyperparameter.LEARNING_RATE
        ? learningRateRule.parametrisation(usual)
        : usual;
  }

  /** What the first state vector remembers of the steps. */
  final Trace trace(Travel travel) {
    if (!learningRateRule.looksFurther()) {
      return Trace.DIRECTION;
    }
    return Trace.displacement(LongHorizon.traceDecay(horizonSteps(), travel.trend()));
  }

  /** 1/(1 − γ). */
  final double horizonSteps() {
    return horizon == null ? LongHorizon.HORIZON : horizon;
  }

  /** The learned hyperparameters, in the order of their declaration. */
  final List<Hyperparameter> learned() {
    return learn;
  }

  /** The number of state vectors as long as the parameters. */
  final int stateVectors() {
    return ownVectors() + (int) learn.stream().filter(this::hasPartial).count();
  }

  /** The state vector that holds ∂d/∂φ, or {@link Step#NOT_LEARNED}. */
  final int slot(Hyperparameter hyperparameter) {
    int i = learn.stream().filter(this::hasPartial).collect(toList()).indexOf(hyperparameter);
    return i < 0 ? Step.NOT_LEARNED : ownVectors() + i;
  }

  /** The direction does not depend on the learning rate. */
  private boolean hasPartial(Hyperparameter hyperparameter) {
    return hyperparameter != Hyperparameter.LEARNING_RATE;
  }

  /** The value to start from. */
  final double initialValue(Hyperparameter hyperparameter) {
    return hyperparameter == Hyperparameter.LEARNING_RATE
        ? learningRate
        : hyperparameters().get(hyperparameter);
  }

  /**
   * The rule that learns the learning rate.
   *
   * @return the optimiser of the learning rate, never {@code null}
   */
  public final HyperOptimizer getHyperOptimizer() {
    return hyperOptimizer;
  }

  /**
   * How gradient and previous direction move the learning rate.
   *
   * @return the rule, never {@code null}
   */
  public final LearningRateRule getLearningRateRule() {
    return learningRateRule;
  }

  /**
   * The set of parameters that share a learning rate.
   *
   * @return the scope, never {@code null}
   */
  public final LearningRateScope getLearningRateScope() {
    return learningRateScope;
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
    WeakReference<BlockUpdater> reference = liveBlock;
    BlockUpdater block = reference == null ? null : reference.get();
    double rate = block == null ? learningRate : block.learned().learningRate();
    return rate(stepSize(iteration, epoch), rate);
  }

  @Override
  public final boolean hasLearningRate() {
    return true;
  }

  /**
   * Continues from another learning rate, or with another schedule. DL4J calls this for {@code
   * net.setLearningRate(..)} and rebuilds the updater, which keeps its state except for α.
   *
   * @param lr the learning rate to continue from; NaN keeps the learned one, if there is a schedule
   * @param lrSchedule the factor on the learned rate, or {@code null} for none
   * @throws IllegalArgumentException if the learning rate is negative or infinite, or NaN without a
   *     schedule
   */
  @Override
  public final void setLrAndSchedule(double lr, ISchedule lrSchedule) {
    if (lrSchedule == null || !Double.isNaN(lr)) {
      learningRate = checkedLearningRate(lr);
      learningRateRevision++;
      liveBlock = null;
    }
    learningRateSchedule = lrSchedule;
  }

  @Override
  public final long stateSize(long numParams) {
    long size = BlockState.size(this, numParams);
    BlockConfigurations.note(this, size);
    return size;
  }

  @Override
  public final GradientUpdater<HypergradientUpdater> instantiate(
      INDArray viewArray, boolean initializeViewArray) {
    BlockUpdater block = new BlockUpdater(this);
    for (HypergradientUpdater shown : BlockConfigurations.claim(this, viewArray.length())) {
      block.showIn(shown);
    }
    block.setStateViewArray(viewArray, null, 'c', initializeViewArray);
    return block;
  }

  @Override
  public final GradientUpdater<HypergradientUpdater> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    BlockUpdater block = new BlockUpdater(this);
    block.showIn(this);
    block.setState(updaterState, initializeStateArrays);
    return block;
  }

  final int learningRateRevision() {
    return learningRateRevision;
  }

  final double networkPull() {
    return networkPull;
  }

  final int maxSkippedSteps() {
    return maxSkippedSteps;
  }

  /** How the learned rate enters a step. */
  final StepSize stepSize(int iteration, int epoch) {
    double factor = valueAt("learningRateSchedule", learningRateSchedule, iteration, epoch);
    ISchedule transition =
        finalLearningRate != null && transitionSchedule == null
            ? INVERSE_SQUARE
            : transitionSchedule;
    double weight = valueAt("transitionSchedule", transition, iteration, epoch);
    return factor == 1 && weight == 1 ? StepSize.LEARNED : new StepSize(factor, weight);
  }

  private static double valueAt(String name, ISchedule schedule, int iteration, int epoch) {
    return schedule == null
        ? 1
        : Domain.FINITE.check(
            name + " at iteration " + iteration + ", epoch " + epoch,
            schedule.valueAt(iteration, epoch));
  }

  /** The rate that parameters are moved with. */
  final double rate(StepSize stepSize, double rate) {
    return stepSize.of(rate, finalLearningRate == null ? 0 : finalLearningRate);
  }

  /** What the bounds make of a learned rate. */
  final double bounded(double previous, double rate) {
    double grown = maxGrowth == null || previous <= 0 ? rate : Math.min(maxGrowth * previous, rate);
    double atLeast = minLearningRate == null ? grown : Math.max(minLearningRate, grown);
    return maxLearningRate == null ? atLeast : Math.min(maxLearningRate, atLeast);
  }

  final void show(WeakReference<BlockUpdater> block) {
    liveBlock = block;
  }

  /**
   * Copies this configuration; for another layer, if the scope is {@link LearningRateScope#LAYER}.
   */
  @Override
  public final HypergradientUpdater clone() {
    HypergradientUpdater copy = copy();
    copy.layer = newLayer();
    return copy;
  }

  /** The same for all layers. */
  final HypergradientUpdater ofAnyLayer() {
    HypergradientUpdater copy = copy();
    copy.layer = null;
    return copy;
  }

  /** A copy that shows no network's learning rate yet. */
  final HypergradientUpdater copy() {
    try {
      HypergradientUpdater copy = (HypergradientUpdater) super.clone();
      copy.liveBlock = null;
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, Object> describe() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("updater", getClass().getSimpleName());
    map.put("learningRate", learningRate);
    hyperparameters().forEach((h, value) -> map.put(h.toString(), value));
    map.putAll(options());
    map.put("learn", learn);
    map.put("hyperOptimizer", hyperOptimizer);
    map.put("learningRateSchedule", learningRateSchedule);
    map.put("learningRateRule", learningRateRule);
    map.put("horizon", horizon);
    map.put("learningRateScope", learningRateScope);
    map.put("networkPull", networkPull == 0 ? null : networkPull);
    map.put("layer", layer);
    map.put("minLearningRate", minLearningRate);
    map.put("maxLearningRate", maxLearningRate);
    map.put("maxGrowth", maxGrowth);
    map.put("finalLearningRate", finalLearningRate);
    map.put("transitionSchedule", transitionSchedule);
    map.put("maxSkippedSteps", maxSkippedSteps);
    map.values().removeIf(Objects::isNull);
    return map;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof HypergradientUpdater
        && describe().equals(((HypergradientUpdater) other).describe());
  }

  @Override
  public final int hashCode() {
    return describe().hashCode();
  }

  @Override
  public final String toString() {
    return describe().toString();
  }

  /**
   * What all builders have in common.
   *
   * @param <B> the builder's own type
   */
  // One of DL4J's two JSON mappers looks at fields only if it is not told otherwise.
  @JsonAutoDetect(setterVisibility = Visibility.PUBLIC_ONLY, fieldVisibility = Visibility.NONE)
  public abstract static class Builder<B extends Builder<B>> {

    private double learningRate;
    private int learningRateRevision;
    private ISchedule learningRateSchedule;
    private HyperOptimizer hyperOptimizer;
    private Hyperparameter[] learn = {Hyperparameter.LEARNING_RATE};
    private LearningRateRule learningRateRule = LearningRateRule.ADDITIVE;
    private Double horizon;
    private LearningRateScope learningRateScope = LearningRateScope.NETWORK;
    private double networkPull;
    private Long layer;
    private Double minLearningRate;
    private Double maxLearningRate;
    private Double maxGrowth;
    private Double finalLearningRate;
    private ISchedule transitionSchedule;
    private int maxSkippedSteps = 10;

    Builder() {}

    abstract B self();

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
     */
    public B learningRate(double learningRate) {
      this.learningRate = learningRate;
      return self();
    }

    @JsonProperty
    B learningRateRevision(int learningRateRevision) {
      this.learningRateRevision = learningRateRevision;
      return self();
    }

    /**
     * Learns the learning rate by gradient descent: short for a {@link HyperSgd}.
     *
     * @param hyperLearningRate β, in the units of the {@linkplain #learningRateRule rule}; finite
     *     and not negative
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
      this.hyperOptimizer = Objects.requireNonNull(hyperOptimizer, "hyperOptimizer");
      return self();
    }

    /**
     * A factor on the learned learning rate, such as a warm-up or a final decay.
     *
     * @param learningRateSchedule the factor s by iteration or epoch, finite; {@code null} for 1
     * @return this builder
     */
    public B learningRateSchedule(ISchedule learningRateSchedule) {
      this.learningRateSchedule = learningRateSchedule;
      return self();
    }

    /**
     * The hyperparameters to learn; the others stay as they are configured.
     *
     * @param learn one or more that the updater can learn; default: the learning rate. The hyper
     *     optimiser sees them in the order in which {@link Hyperparameter} declares them
     * @return this builder
     */
    public B learn(Hyperparameter... learn) {
      this.learn = learn.clone();
      return self();
    }

    /**
     * How the gradient and the steps before move the learning rate.
     *
     * @param learningRateRule the rule; default {@link LearningRateRule#ADDITIVE}, which needs a
     *     {@link #hyperLearningRate} or {@link #hyperOptimizer}, and so does the multiplicative
     *     one, which also needs a learning rate greater than 0; {@link
     *     LearningRateRule#LONG_HORIZON} needs neither
     * @return this builder
     */
    public B learningRateRule(LearningRateRule learningRateRule) {
      this.learningRateRule = Objects.requireNonNull(learningRateRule, "learningRateRule");
      return self();
    }

    /**
     * How many steps back {@link LearningRateRule#LONG_HORIZON} looks.
     *
     * @param horizon 1/(1 − γ), a number of steps, finite and greater than 1; default {@value
     *     LongHorizon#HORIZON}
     * @return this builder
     * @throws IllegalArgumentException if the number is outside its range
     */
    public B horizon(double horizon) {
      if (!(horizon > 1 && horizon < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "horizon must be finite and greater than 1, got " + horizon);
      }
      this.horizon = horizon;
      return self();
    }

    /**
     * The set of parameters that share a learning rate.
     *
     * @param learningRateScope the scope; default {@link LearningRateScope#NETWORK}
     * @return this builder
     */
    public B learningRateScope(LearningRateScope learningRateScope) {
      this.learningRateScope = Objects.requireNonNull(learningRateScope, "learningRateScope");
      return self();
    }

    /**
     * Draws the learning rates of the layers together: α<sub>t</sub> of a layer becomes (1 − λ)
     * α<sub>t</sub> + λ ᾱ<sub>t−1</sub>, with ᾱ the mean over all layers.
     *
     * @param networkPull λ, in [0, 1]; default 0. Other values need {@link LearningRateScope#LAYER}
     * @return this builder
     * @throws IllegalArgumentException if λ is outside its range
     */
    public B networkPull(double networkPull) {
      if (!(networkPull >= 0 && networkPull <= 1)) {
        throw new IllegalArgumentException("networkPull must be in [0, 1], got " + networkPull);
      }
      this.networkPull = networkPull;
      return self();
    }

    @JsonProperty
    B layer(Long layer) {
      this.layer = layer;
      return self();
    }

    /**
     * The least value of α; what the rule would take below it is cut off.
     *
     * @param minLearningRate the bound, finite; 0 keeps α from turning negative; default: none
     * @return this builder
     * @throws IllegalArgumentException if the bound is not finite
     */
    public B minLearningRate(double minLearningRate) {
      this.minLearningRate = Domain.FINITE.check("minLearningRate", minLearningRate);
      return self();
    }

    /**
     * The greatest value of α; what the rule would take above it is cut off.
     *
     * @param maxLearningRate the bound, finite; default: none
     * @return this builder
     * @throws IllegalArgumentException if the bound is not finite
     */
    public B maxLearningRate(double maxLearningRate) {
      this.maxLearningRate = Domain.FINITE.check("maxLearningRate", maxLearningRate);
      return self();
    }

    /**
     * The greatest factor by which α may grow in a step; what the rule would take above it is cut
     * off. From 0 or below, α may grow as it likes.
     *
     * @param maxGrowth the bound, greater than 1; default: none
     * @return this builder
     * @throws IllegalArgumentException if the bound is not finite or not greater than 1
     */
    public B maxGrowth(double maxGrowth) {
      if (!(maxGrowth > 1 && maxGrowth < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "maxGrowth must be finite and greater than 1, got " + maxGrowth);
      }
      this.maxGrowth = maxGrowth;
      return self();
    }

    /**
     * Passes from the learned rate to a fixed one: parameters are moved with s<sub>t</sub>
     * (δ<sub>t</sub> α<sub>t</sub> + (1 − δ<sub>t</sub>) α<sub>∞</sub>), while α<sub>t</sub> is
     * learned as ever. If f is convex with a gradient that is bounded and Lipschitz with constant
     * L, α<sub>∞</sub> &lt; 1/L, s = 1 and t·δ<sub>t</sub> → 0, then {@link SgdHd} converges to a
     * minimum with the additive rule, whatever α₀ and β (Baydin et al., Theorem 5.1).
     *
     * @param finalLearningRate α<sub>∞</sub>, finite and not negative; default: no transition
     * @return this builder
     * @throws IllegalArgumentException if the rate is outside its range
     */
    public B finalLearningRate(double finalLearningRate) {
      this.finalLearningRate = Domain.NON_NEGATIVE.check("finalLearningRate", finalLearningRate);
      return self();
    }

    /**
     * How fast the learned rate gives way to the {@linkplain #finalLearningRate final} one.
     *
     * @param transitionSchedule δ by iteration or epoch, finite, as a rule falling from 1 to 0;
     *     default, and if {@code null}: 1/t² with t the iteration from 1, as Baydin et al. propose
     * @return this builder
     */
    public B transitionSchedule(ISchedule transitionSchedule) {
      this.transitionSchedule = transitionSchedule;
      return self();
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
      if (maxSkippedSteps < 1) {
        throw new IllegalArgumentException(
            "maxSkippedSteps must be at least 1, got " + maxSkippedSteps);
      }
      this.maxSkippedSteps = maxSkippedSteps;
      return self();
    }
  }
}
