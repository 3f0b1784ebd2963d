package dev.hypergradient.hyper;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings of a level: the constant ones, and those that the level above learns.
 *
 * <p>An array {@code raw} holds the raw values of the learned ones. Immutable.
 */
final class Settings implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Setting> constant;
  private final List<Setting> learned;
  private final Map<Hyperparameter, List<Double>> initialValues;

  Settings(List<Setting> all, Predicate<Hyperparameter> isLearned) {
    Map<Boolean, List<Setting>> divided =
        all.stream()
            .collect(
                Collectors.partitioningBy(setting -> isLearned.test(setting.hyperparameter())));
    constant = List.copyOf(divided.get(false));
    learned = List.copyOf(divided.get(true));
    initialValues = new EnumMap<>(Hyperparameter.class);
    all.forEach(setting -> add(initialValues, setting, setting.initial()));
  }

  /**
   * Checks settings that no builder has made.
   *
   * @throws IllegalArgumentException if a value is out of range, or learned by nobody
   * @throws NullPointerException if a part is missing
   */
  void check(String optimizer, boolean hasLevelAbove) {
    all().forEach(setting -> setting.check(optimizer));
    learned.forEach(setting -> setting.checkLearnable(optimizer));
    if (!learned.isEmpty() && !hasLevelAbove) {
      throw new IllegalArgumentException(
          optimizer + " learn must come with a hyperOptimizer, got " + learned + " without");
    }
    Settings again =
        new Settings(all().collect(Collectors.toList()), learnedHyperparameters()::contains);
    if (!equals(again)
        || !initialValues.equals(again.initialValues)
        || !contains(Hyperparameter.LEARNING_RATE)) {
      throw new IllegalArgumentException(optimizer + " has settings that contradict each other");
    }
  }

  int learnedCount() {
    return learned.size();
  }

  Set<Hyperparameter> learnedHyperparameters() {
    return learned.stream().map(Setting::hyperparameter).collect(Collectors.toUnmodifiableSet());
  }

  /** Refuses to move another number of values than there are learning rates for. */
  void checkCount(String optimizer, int count) {
    long rates = all().filter(Setting::isForOne).count();
    if (rates > 0 && rates != count) {
      throw new IllegalArgumentException(
          optimizer + " must have " + count + " learningRates, one for each value, got " + rates);
    }
  }

  double[] initialRaw() {
    return learned.stream().mapToDouble(Setting::initialRaw).toArray();
  }

  boolean contains(Hyperparameter hyperparameter) {
    return initialValues.containsKey(hyperparameter);
  }

  /** The value configured for a hyperparameter that has one. */
  double initial(Hyperparameter hyperparameter) {
    return initialValues.get(hyperparameter).get(0);
  }

  /** The values of the learned settings. */
  double[] values(double[] raw) {
    double[] values = new double[raw.length];
    for (int k = 0; k < raw.length; k++) {
      values[k] = learned.get(k).value(raw[k]);
    }
    return values;
  }

  /** The derivatives of those values by the raw ones. */
  double[] derivatives(double[] raw) {
    double[] derivatives = new double[raw.length];
    for (int k = 0; k < raw.length; k++) {
      derivatives[k] = learned.get(k).derivative(raw[k]);
    }
    return derivatives;
  }

  /** Sets what holds for value {@code i} to move. */
  void fill(NumberOfEach values, double[] learnedValues, int i) {
    for (Setting setting : constant) {
      if (setting.holdsFor(i)) {
        values.put(setting.hyperparameter(), setting.initial());
      }
    }
    for (int k = 0; k < learnedValues.length; k++) {
      if (learned.get(k).holdsFor(i)) {
        values.put(learned.get(k).hyperparameter(), learnedValues[k]);
      }
    }
  }

  /** The derivative of the update of value {@code i} by the learned setting {@code k}. */
  double partial(int k, int i, NumberOfEach partials) {
    Setting setting = learned.get(k);
    return setting.holdsFor(i) ? partials.get(setting.hyperparameter()) : 0;
  }

  /** The values of each hyperparameter as they stand: one, or one for each value to move. */
  Map<Hyperparameter, List<Double>> allValues(double[] raw) {
    Map<Hyperparameter, List<Double>> values = new EnumMap<>(Hyperparameter.class);
    constant.forEach(setting -> add(values, setting, setting.initial()));
    double[] learnedValues = values(raw);
    for (int k = 0; k < raw.length; k++) {
      add(values, learned.get(k), learnedValues[k]);
    }
    return values;
  }

  private static void add(Map<Hyperparameter, List<Double>> values, Setting setting, double value) {
    values.computeIfAbsent(setting.hyperparameter(), h -> new ArrayList<>()).add(value);
  }

  /** The configured values under the names of the builder's methods. */
  Map<String, Object> configured() {
    Map<String, Object> configured = new LinkedHashMap<>();
    initialValues.forEach(
        (hyperparameter, list) -> {
          if (isForEach(hyperparameter)) {
            configured.put(hyperparameter + "s", list);
          } else {
            configured.put(hyperparameter.toString(), list.get(0));
          }
        });
    if (!learned.isEmpty()) {
      configured.put("learn", new TreeSet<>(learnedHyperparameters()));
    }
    return configured;
  }

  private boolean isForEach(Hyperparameter hyperparameter) {
    return all().anyMatch(s -> s.hyperparameter() == hyperparameter && s.isForOne());
  }

  private Stream<Setting> all() {
    return Stream.concat(constant.stream(), learned.stream());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings
        && constant.equals(((Settings) other).constant)
        && learned.equals(((Settings) other).learned);
  }

  @Override
  public int hashCode() {
    return Objects.hash(constant, learned);
  }
}
