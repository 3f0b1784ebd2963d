package dev.hypergradient.internal.setup;

import static java.util.stream.Collectors.toUnmodifiableList;

import dev.hypergradient.LearningRateRule;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.hyper.Parametrisation;
import dev.hypergradient.internal.kernel.Direction;
import dev.hypergradient.internal.kernel.Kernel;
import dev.hypergradient.internal.rule.Rule;
import dev.hypergradient.internal.rule.Rules;
import dev.hypergradient.internal.rule.longhorizon.LongHorizonRule;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * All settings of an updater, checked, and what follows from them. Immutable, compared by value.
 */
public final class Setup implements Serializable {

  private static final long serialVersionUID = 1L;

  /** 1/t², with t = 1 in iteration 0. */
  private static final ISchedule INVERSE_SQUARE =
      new InverseSchedule(ScheduleType.ITERATION, 1, 1, 2);

  private final DescentMethod method;
  private final OptionValues values;

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
    values = given.copy();
    method.options().forEach(values::complete);
    values.put(Option.LEARNING_RATE_RULE, ruleName());
    values.put(Option.HYPER_OPTIMIZER, givenOrUsualOptimizer());
    if (scope() == LearningRateScope.LAYER && get(Option.LAYER) == null) {
      values.put(Option.LAYER, newLayer());
    }
    hyperOptimizer = get(Option.HYPER_OPTIMIZER);
    rule = Rules.of(get(Option.LEARNING_RATE_RULE), get(Option.HORIZON), method.average(values));
    learned = get(Option.LEARN);
    checkCombinations();
    layout =
        new VectorLayout(
            rule.vectors(),
            method.vectors(values, rule.keepsDirection()),
            learned.stream()
                .filter(h -> h != Hyperparameter.LEARNING_RATE)
                .collect(toUnmodifiableList()));
    checkTower();
  }

  private LearningRateRule ruleName() {
    LearningRateRule given = get(Option.LEARNING_RATE_RULE);
    if (given != null) {
      return given;
    }
    boolean nothingGiven = method.needsNoNumber() && get(Option.HYPER_OPTIMIZER) == null;
    return nothingGiven ? LearningRateRule.LONG_HORIZON : LearningRateRule.ADDITIVE;
  }

  private HyperOptimizer givenOrUsualOptimizer() {
    HyperOptimizer given = get(Option.HYPER_OPTIMIZER);
    if (given != null) {
      return given;
    }
    if (get(Option.LEARNING_RATE_RULE) != LearningRateRule.LONG_HORIZON) {
      throw new IllegalArgumentException(
          "hyperLearningRate or hyperOptimizer must be given, got neither");
    }
    return new HyperSgd(LongHorizonRule.RATE);
  }

  private void checkCombinations() {
    if (get(Option.NETWORK_PULL) != 0 && scope() != LearningRateScope.LAYER) {
      throw new IllegalArgumentException(
          "networkPull needs learningRateScope LAYER, got "
              + get(Option.NETWORK_PULL)
              + " with "
              + scope());
    }
    if (get(Option.TRANSITION_SCHEDULE) != null && get(Option.FINAL_LEARNING_RATE) == null) {
      throw new IllegalArgumentException(
          "transitionSchedule needs a finalLearningRate, got " + get(Option.TRANSITION_SCHEDULE));
    }
    Double min = get(Option.MIN_LEARNING_RATE);
    Double max = get(Option.MAX_LEARNING_RATE);
    if (min != null && max != null && min > max) {
      throw new IllegalArgumentException(
          String.format("minLearningRate must be at most maxLearningRate = %s, got %s", max, min));
    }
    checkLearningRate(min, max);
    if (learned.isEmpty() || !method.learnable().containsAll(learned)) {
      throw new IllegalArgumentException(
          "learn must be one or more of " + method.learnable() + ", got " + learned);
    }
  }

  private void checkLearningRate(Double min, Double max) {
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
              min, max, rate));
    }
  }

  private void checkTower() {
    for (Hyperparameter h : learned) {
      parametrisation(h).domain().check(h.toString(), initialValue(h));
    }
    hyperOptimizer.initialize(
        new double[hyperOptimizer.stateSize(learned.size())], 0, learned.size());
  }

  private static long newLayer() {
    return ThreadLocalRandom.current().nextLong();
  }

  /**
   * These settings for another layer.
   *
   * @return the same unless the scope is {@link LearningRateScope#LAYER}
   */
  public Setup ofAnotherLayer() {
    return scope() == LearningRateScope.LAYER ? with(Option.LAYER, newLayer()) : this;
  }

  /** What was serialised may be anything. */
  private Object readResolve() {
    return new Setup(method, values);
  }

  /**
   * The value of an option.
   *
   * @param option one of the method's
   * @param <T> the type of the value
   * @return the value; {@code null} if it may be left out and was
   */
  public <T> T get(Option<T> option) {
    return values.get(option);
  }

  /**
   * These settings but for one.
   *
   * @param option one of the method's
   * @param value its other value
   * @param <T> the type of the value
   * @return other settings
   * @throws IllegalArgumentException if the value is out of its range or does not fit the others
   */
  public <T> Setup with(Option<T> option, T value) {
    OptionValues changed = values.copy();
    changed.put(option, value);
    return new Setup(method, changed);
  }

  /**
   * Hands over all values but those that were left out.
   *
   * @param action called in the order in which options are shown
   */
  public void forEach(BiConsumer<Option<?>, Object> action) {
    for (Option<?> option : method.options()) {
      Object value = get(option);
      if (value != null) {
        action.accept(option, value);
      }
    }
  }

  /**
   * The method of descent.
   *
   * @return never {@code null}
   */
  public DescentMethod method() {
    return method;
  }

  /**
   * What learns the hyperparameters.
   *
   * @return never {@code null}
   */
  public HyperOptimizer hyperOptimizer() {
    return hyperOptimizer;
  }

  /**
   * The learning rate rule.
   *
   * @return the rule before the first step
   */
  public Rule rule() {
    return rule;
  }

  /**
   * Which parameters share a learning rate.
   *
   * @return never {@code null}
   */
  public LearningRateScope scope() {
    return get(Option.LEARNING_RATE_SCOPE);
  }

  /**
   * The learned hyperparameters.
   *
   * @return at least one, in the order of their declaration
   */
  public List<Hyperparameter> learned() {
    return learned;
  }

  /**
   * What the state vectors hold.
   *
   * @return the layout
   */
  public VectorLayout layout() {
    return layout;
  }

  /**
   * What a hyperparameter is optimised as.
   *
   * @param hyperparameter one of the method's own, or the learning rate
   * @return its parametrisation
   */
  public Parametrisation parametrisation(Hyperparameter hyperparameter) {
    Parametrisation usual = method.parametrisation(hyperparameter);
    return hyperparameter == Hyperparameter.LEARNING_RATE ? rule.parametrisation(usual) : usual;
  }

  /**
   * The value to start from.
   *
   * @param hyperparameter one of the method's own, or the learning rate
   * @return the configured value
   */
  public double initialValue(Hyperparameter hyperparameter) {
    return get(method.option(hyperparameter));
  }

  /**
   * The direction of a step.
   *
   * @param value the hyperparameters as they stand
   * @param iteration DL4J's iteration
   * @return how gradient and state become a direction
   */
  public Direction direction(ToDoubleFunction<Hyperparameter> value, int iteration) {
    return method.direction(value, layout, iteration);
  }

  /**
   * Sets state vectors that do not start from 0.
   *
   * @param kernel holds them
   */
  public void initialize(Kernel kernel) {
    method.initialize(kernel, layout, values);
  }

  /**
   * How the learned rate enters a step.
   *
   * @param iteration DL4J's iteration
   * @param epoch DL4J's epoch
   * @return the step size
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
   * @return the product of all
   */
  public double rate(StepSize stepSize, double learningRate) {
    Double last = get(Option.FINAL_LEARNING_RATE);
    return stepSize.of(learningRate, last == null ? 0 : last);
  }

  /**
   * What the bounds make of a learned rate.
   *
   * @param learningRate α
   * @return the nearest rate within the bounds
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
        && values.equals(((Setup) other).values);
  }

  @Override
  public int hashCode() {
    return 31 * method.toString().hashCode() + values.hashCode();
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
