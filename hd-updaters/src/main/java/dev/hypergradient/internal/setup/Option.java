package dev.hypergradient.internal.setup;

import static java.util.stream.Collectors.toUnmodifiableList;

import dev.hypergradient.LearningRateRule;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.hyper.Domain;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.Hyperparameter;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A setting of an updater: its name in builders and in JSON, the values it may take, and its
 * default. What each means is said by the builder's method of the same name. Immutable.
 *
 * @param <T> the type of its values
 */
public final class Option<T> {

  /** α₀. */
  public static final Option<Double> LEARNING_RATE =
      number("learningRate", 0.0, Domain.NON_NEGATIVE);

  /** The factor on the learned rate. */
  public static final Option<ISchedule> LEARNING_RATE_SCHEDULE =
      optional("learningRateSchedule", ISchedule.class);

  /** What learns the hyperparameters. */
  public static final Option<HyperOptimizer> HYPER_OPTIMIZER =
      optional("hyperOptimizer", HyperOptimizer.class);

  /** What is learned, in the order of declaration. */
  public static final Option<List<Hyperparameter>> LEARN =
      new Option<>(
          "learn",
          List.class,
          List.of(Hyperparameter.LEARNING_RATE),
          value ->
              ((List<?>) value)
                  .stream().map(Hyperparameter.class::cast).collect(toUnmodifiableList()),
          value -> List.copyOf(new TreeSet<>(value)));

  /** How the learning rate is learned; by default as the hyper optimiser's presence suggests. */
  public static final Option<LearningRateRule> LEARNING_RATE_RULE =
      optional("learningRateRule", LearningRateRule.class);

  /** Which parameters share a learning rate. */
  public static final Option<LearningRateScope> LEARNING_RATE_SCOPE =
      new Option<>(
          "learningRateScope",
          LearningRateScope.class,
          LearningRateScope.NETWORK,
          LearningRateScope.class::cast,
          UnaryOperator.identity());

  /** How much a layer's learning rate is that of all layers; none for 0. */
  public static final Option<Double> NETWORK_PULL = number("networkPull", null, Domain.CLOSED_UNIT);

  /** Tells layers apart that are configured alike, if each has a learning rate of its own. */
  public static final Option<Long> LAYER = optional("layer", Long.class);

  /** The lower bound of α. */
  public static final Option<Double> MIN_LEARNING_RATE =
      number("minLearningRate", null, Domain.FINITE);

  /** The upper bound of α. */
  public static final Option<Double> MAX_LEARNING_RATE =
      number("maxLearningRate", null, Domain.FINITE);

  /** What the learned rate gives way to. */
  public static final Option<Double> FINAL_LEARNING_RATE =
      number("finalLearningRate", null, Domain.NON_NEGATIVE);

  /** How fast the learned rate gives way. */
  public static final Option<ISchedule> TRANSITION_SCHEDULE =
      optional("transitionSchedule", ISchedule.class);

  /** How many steps in a row may be skipped, and one more. */
  public static final Option<Integer> MAX_SKIPPED_STEPS =
      new Option<>(
          "maxSkippedSteps", Integer.class, 10, Integer.class::cast, Option::checkMaxSkippedSteps);

  /** The learning rate that was set after the updater was built, if one was. */
  public static final Option<Double> RESET_LEARNING_RATE =
      number("resetLearningRate", null, Domain.NON_NEGATIVE);

  /** The schedule that was set after the updater was built, if one was. */
  public static final Option<ISchedule> RESET_LEARNING_RATE_SCHEDULE =
      optional("resetLearningRateSchedule", ISchedule.class);

  /** What Adam's second moment starts from. */
  public static final Option<Double> INITIAL_SECOND_MOMENT =
      number("initialSecondMoment", 0.0, Domain.NON_NEGATIVE);

  /** Those of all updaters but the learning rate, which is the first. */
  static final List<Option<?>> COMMON =
      List.of(
          LEARN,
          HYPER_OPTIMIZER,
          LEARNING_RATE_SCHEDULE,
          LEARNING_RATE_RULE,
          LEARNING_RATE_SCOPE,
          NETWORK_PULL,
          LAYER,
          MIN_LEARNING_RATE,
          MAX_LEARNING_RATE,
          FINAL_LEARNING_RATE,
          TRANSITION_SCHEDULE,
          MAX_SKIPPED_STEPS,
          RESET_LEARNING_RATE,
          RESET_LEARNING_RATE_SCHEDULE);

  private final String name;
  private final Class<?> type;
  private final T initial;
  private final Function<Object, T> cast;
  private final UnaryOperator<T> check;

  private Option(
      String name, Class<?> type, T initial, Function<Object, T> cast, UnaryOperator<T> check) {
    this.name = name;
    this.type = type;
    this.initial = initial;
    this.cast = cast;
    this.check = check;
  }

  private static <T> Option<T> optional(String name, Class<T> type) {
    return new Option<>(name, type, null, type::cast, UnaryOperator.identity());
  }

  private static Option<Double> number(String name, Double initial, Domain domain) {
    return new Option<>(
        name, Double.class, initial, Double.class::cast, value -> domain.check(name, value));
  }

  /**
   * A hyperparameter's value: constant, or to start from.
   *
   * @param hyperparameter the hyperparameter
   * @param initial its default
   */
  static Option<Double> of(Hyperparameter hyperparameter, double initial) {
    return number(hyperparameter.toString(), initial, hyperparameter.domain());
  }

  private static Integer checkMaxSkippedSteps(Integer value) {
    if (value < 1) {
      throw new IllegalArgumentException("maxSkippedSteps must be at least 1, got " + value);
    }
    return value;
  }

  /** The name in builders and in JSON. */
  public String name() {
    return name;
  }

  /** The type of the values, as JSON must know it. */
  public Class<?> type() {
    return type;
  }

  /** The default; {@code null} if the option may be left out. */
  public T initial() {
    return initial;
  }

  /**
   * Returns the value if it may be given.
   *
   * @param value any
   * @throws IllegalArgumentException if it is out of range, or missing where there must be one
   */
  public T check(T value) {
    if (value != null) {
      return check.apply(value);
    }
    if (initial != null) {
      throw new IllegalArgumentException(name + " must be given, got null");
    }
    return null;
  }

  /** The value that was stored as an object. */
  T cast(Object value) {
    return value == null ? null : cast.apply(value);
  }

  /** Returns the {@link #name}. */
  @Override
  public String toString() {
    return name;
  }
}
