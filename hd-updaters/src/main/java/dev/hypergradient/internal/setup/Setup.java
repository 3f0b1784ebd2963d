package dev.hypergradient.internal.setup;

import static java.util.stream.Collectors.toUnmodifiableList;

import dev.hypergradient.LearningRateScope;
import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.Direction;
import dev.hypergradient.internal.kernel.Kernel;
import dev.hypergradient.internal.rule.Rule;
import dev.hypergradient.internal.rule.Rules;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * All settings of an updater, checked, and what follows from them. Immutable.
 *
 * <p>Compared by the values that it was built with. A learning rate or schedule that was
 * {@linkplain #reset set later} does not count: DL4J makes a block of parameters with equal
 * updaters, and cuts the state array by blocks; but it sets the rate of some layers only.
 */
public final class Setup implements Serializable {

  private static final long serialVersionUID = 1L;

  /** 1/t², with t = 1 in iteration 0. */
  private static final ISchedule INVERSE_SQUARE =
      new InverseSchedule(ScheduleType.ITERATION, 1, 1, 2);

  private final DescentMethod method;
  private final OptionValues values;

  /** With the learning rate and schedule as they stand. */
  private final transient OptionValues present;

  /** Those that the updater was built with. */
  private final transient OptionValues built;

  private final transient HyperOptimizer hyperOptimizer;
  private final transient Rule rule;
  private final transient List<Hyperparameter> learned;
  private final transient VectorLayout layout;

  /**
   * Takes over settings.
   *
   * @param method the method of descent
   * @param given the settings, the others having their defaults
   * @throws IllegalArgumentException if a setting is missing, out of its range or does not fit the
   *     others
   */
  public Setup(DescentMethod method, OptionValues given) {
    this.method = method;
    values = Defaults.complete(method, given);
    present = values.reset();
    built = values.withoutReset();
    hyperOptimizer = get(Option.HYPER_OPTIMIZER);
    rule = Rules.of(get(Option.LEARNING_RATE_RULE), method.isElementwise());
    learned = get(Option.LEARN);
    if (learned.isEmpty() || !method.learnable().containsAll(learned)) {
      throw new IllegalArgumentException(
          "learn must be one or more of " + method.learnable() + ", got " + learned);
    }
    checkLearningRate();
    layout =
        new VectorLayout(
            rule.vectors(),
            rule.averages() ? method.vectorsWithoutMomentum() : method.vectors(),
            learned.stream()
                .filter(h -> h != Hyperparameter.LEARNING_RATE)
                .collect(toUnmodifiableList()));
    checkTower();
  }

  private void checkLearningRate() {
    double rate = get(Option.LEARNING_RATE);
    boolean stuckAtZero =
        !rule.leavesZero()
            || parametrisation(Hyperparameter.LEARNING_RATE) == Parametrisation.SQUARE;
    if (stuckAtZero) {
      Domain.POSITIVE.check("learningRate", rate);
    }
    if (bounded(rate) != rate) {
      throw new IllegalArgumentException(
          String.format(
              "learningRate must be in [minLearningRate, maxLearningRate] = [%s, %s], got %s",
              get(Option.MIN_LEARNING_RATE), get(Option.MAX_LEARNING_RATE), rate));
    }
  }

  private void checkTower() {
    for (Hyperparameter h : learned) {
      parametrisation(h).domain().check(h.toString(), initialValue(h));
    }
    hyperOptimizer.initialize(
        new double[hyperOptimizer.stateSize(learned.size())], 0, learned.size());
  }

  /**
   * These settings for another layer; the same unless the scope is {@link LearningRateScope#LAYER}.
   */
  public Setup ofAnotherLayer() {
    return scope() == LearningRateScope.LAYER ? with(Option.LAYER, Defaults.newLayer()) : this;
  }

  /** What was serialised may be anything. */
  private Object readResolve() {
    return new Setup(method, values);
  }

  /**
   * The value of an option; {@code null} if it may be left out and was.
   *
   * @param option one of the method's
   * @param <T> the type of the value
   */
  public <T> T get(Option<T> option) {
    return present.get(option);
  }

  /**
   * These settings with another learning rate and schedule to go on with.
   *
   * @param learningRate the rate to start from; NaN for the present one
   * @param schedule the factor on the learned rate; {@code null} for none
   * @throws IllegalArgumentException if the rate is out of its range or does not fit the others
   */
  public Setup reset(double learningRate, ISchedule schedule) {
    OptionValues changed = values.copy();
    if (!Double.isNaN(learningRate)) {
      changed.put(Option.RESET_LEARNING_RATE, learningRate);
    }
    changed.put(Option.RESET_LEARNING_RATE_SCHEDULE, schedule);
    return new Setup(method, changed);
  }

  /**
   * These settings but for one.
   *
   * @param option one of the method's
   * @param value its other value
   * @param <T> the type of the value
   * @throws IllegalArgumentException if the value is out of its range or does not fit the others
   */
  public <T> Setup with(Option<T> option, T value) {
    OptionValues changed = values.copy();
    changed.put(option, value);
    return new Setup(method, changed);
  }

  /**
   * Passes on all values but those that were left out.
   *
   * @param action called in the order in which options are shown
   */
  public void forEach(BiConsumer<Option<?>, Object> action) {
    for (Option<?> option : method.options()) {
      Object value = values.get(option);
      if (value != null) {
        action.accept(option, value);
      }
    }
  }

  /** The method of descent. */
  public DescentMethod method() {
    return method;
  }

  /** What learns the hyperparameters. */
  public HyperOptimizer hyperOptimizer() {
    return hyperOptimizer;
  }

  /** The learning rate rule. */
  public Rule rule() {
    return rule;
  }

  /** Which parameters share a learning rate. */
  public LearningRateScope scope() {
    return get(Option.LEARNING_RATE_SCOPE);
  }

  /** The learned hyperparameters, at least one, in the order of their declaration. */
  public List<Hyperparameter> learned() {
    return learned;
  }

  /** What the state vectors hold. */
  public VectorLayout layout() {
    return layout;
  }

  /**
   * What a hyperparameter is optimised as.
   *
   * @param hyperparameter one of the method's own, or the learning rate
   */
  public Parametrisation parametrisation(Hyperparameter hyperparameter) {
    Parametrisation usual = method.parametrisation(hyperparameter);
    return hyperparameter == Hyperparameter.LEARNING_RATE ? rule.parametrisation(usual) : usual;
  }

  /**
   * The value to start from.
   *
   * @param hyperparameter one of the method's own, or the learning rate
   */
  public double initialValue(Hyperparameter hyperparameter) {
    return get(method.option(hyperparameter));
  }

  /**
   * How gradient and state become a direction.
   *
   * @param value the hyperparameters as they stand
   * @param iteration DL4J's iteration
   */
  public Direction direction(ToDoubleFunction<Hyperparameter> value, int iteration) {
    return rule.averages()
        ? method.withoutMomentum(value, layout, iteration)
        : method.direction(value, layout, iteration);
  }

  /**
   * Sets state vectors that do not start from 0.
   *
   * @param kernel holds them
   */
  public void initialize(Kernel kernel) {
    if (!rule.averages()) {
      method.initialize(kernel, layout, values);
    }
  }

  /**
   * How the learned rate enters a step.
   *
   * @param iteration DL4J's iteration
   * @param epoch DL4J's epoch
   * @throws IllegalArgumentException if a schedule gives NaN or infinity
   */
  public StepSize stepSize(int iteration, int epoch) {
    double factor = valueAt(Option.LEARNING_RATE_SCHEDULE, null, iteration, epoch);
    ISchedule usual = get(Option.FINAL_LEARNING_RATE) == null ? null : INVERSE_SQUARE;
    double weight = valueAt(Option.TRANSITION_SCHEDULE, usual, iteration, epoch);
    return factor == 1 && weight == 1 ? StepSize.LEARNED : new StepSize(factor, weight);
  }

  private double valueAt(Option<ISchedule> option, ISchedule usual, int iteration, int epoch) {
    ISchedule given = get(option);
    ISchedule schedule = given == null ? usual : given;
    return schedule == null
        ? 1
        : Domain.FINITE.check(
            option + " at iteration " + iteration + ", epoch " + epoch,
            schedule.valueAt(iteration, epoch));
  }

  /**
   * The rate that parameters are moved with.
   *
   * @param stepSize how the learned rate enters
   * @param learningRate the learned rate
   */
  public double rate(StepSize stepSize, double learningRate) {
    Double last = get(Option.FINAL_LEARNING_RATE);
    return stepSize.of(learningRate, last == null ? 0 : last);
  }

  /**
   * What the bounds make of a learned rate.
   *
   * @param learningRate α
   */
  public double bounded(double learningRate) {
    Double min = get(Option.MIN_LEARNING_RATE);
    Double max = get(Option.MAX_LEARNING_RATE);
    double raised = min == null ? learningRate : Math.max(min, learningRate);
    return max == null ? raised : Math.min(max, raised);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Setup
        && method == ((Setup) other).method
        && built.equals(((Setup) other).built);
  }

  @Override
  public int hashCode() {
    return 31 * method.toString().hashCode() + built.hashCode();
  }

  /** Returns the updater's name and all values but those that were left out. */
  @Override
  public String toString() {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("updater", method);
    forEach((option, value) -> text.put(option.name(), value));
    return text.toString();
  }
}
