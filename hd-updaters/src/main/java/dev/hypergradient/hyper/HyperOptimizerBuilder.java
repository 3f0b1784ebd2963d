package dev.hypergradient.hyper;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;

/**
 * What the builders of all levels have in common.
 *
 * @param <B> the builder's own type
 */
// One of DL4J's two JSON mappers looks at fields only if it is not told otherwise.
@JsonAutoDetect(setterVisibility = Visibility.PUBLIC_ONLY, fieldVisibility = Visibility.NONE)
abstract class HyperOptimizerBuilder<B extends HyperOptimizerBuilder<B>> {

  private final Map<Hyperparameter, List<Setting>> settings = new EnumMap<>(Hyperparameter.class);
  private Set<Hyperparameter> learn;
  private HyperOptimizer hyperOptimizer;

  HyperOptimizerBuilder() {}

  abstract B self();

  /**
   * Builds the level.
   *
   * @return a level with this builder's settings
   * @throws IllegalArgumentException if a setting is outside its range or missing, or if {@code
   *     learn} names nothing, a hyperparameter that the level lacks, or anything at all without a
   *     level above
   */
  public abstract HyperOptimizer build();

  /**
   * The learning rate, which must be given.
   *
   * @param learningRate the learning rate to start from, finite and not negative
   * @return this builder
   */
  public B learningRate(double learningRate) {
    return set(Hyperparameter.LEARNING_RATE, learningRate);
  }

  /**
   * The hyperparameters of this level that the level above learns.
   *
   * @param hyperparameters at least one of the level's own, in any order; default, and if {@code
   *     null}: the learning rate
   * @return this builder
   * @throws IllegalArgumentException if one of them is {@code null}
   */
  public B learn(Hyperparameter... hyperparameters) {
    learn = null;
    if (hyperparameters != null) {
      List<Hyperparameter> named = Arrays.asList(hyperparameters);
      if (named.contains(null)) {
        throw new IllegalArgumentException("learn must name hyperparameters, got " + named);
      }
      learn = EnumSet.noneOf(Hyperparameter.class);
      learn.addAll(named);
    }
    return self();
  }

  /**
   * The level above.
   *
   * @param hyperOptimizer the optimiser of this level's hyperparameters; default: none, all of them
   *     are constant
   * @return this builder
   */
  public B hyperOptimizer(HyperOptimizer hyperOptimizer) {
    this.hyperOptimizer = hyperOptimizer;
    return self();
  }

  final B set(Hyperparameter hyperparameter, double value) {
    Parametrisation parametrisation = parametrisation(hyperparameter);
    settings.put(hyperparameter, List.of(Setting.forAll(hyperparameter, parametrisation, value)));
    return self();
  }

  final B setEach(Hyperparameter hyperparameter, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(hyperparameter + "s must be at least 1, got none");
    }
    Parametrisation parametrisation = parametrisation(hyperparameter);
    settings.put(
        hyperparameter,
        IntStream.range(0, values.length)
            .mapToObj(i -> Setting.forOne(hyperparameter, parametrisation, values[i], i))
            .collect(Collectors.toList()));
    return self();
  }

  /** How this optimiser writes a hyperparameter that is learned. */
  Parametrisation parametrisation(Hyperparameter hyperparameter) {
    return hyperparameter.parametrisation();
  }

  /** Whether the setting, as configured, has any effect. */
  boolean isNeeded(Setting setting) {
    return true;
  }

  final HyperOptimizer hyperOptimizer() {
    return hyperOptimizer;
  }

  final boolean learns(Hyperparameter hyperparameter) {
    return learn == null
        ? hyperOptimizer != null && hyperparameter == Hyperparameter.LEARNING_RATE
        : learn.contains(hyperparameter);
  }

  /** The settings, checked. */
  final Settings settings(String optimizer) {
    if (!settings.containsKey(Hyperparameter.LEARNING_RATE)) {
      throw new IllegalArgumentException(optimizer + " learningRate must be given");
    }
    if (learn != null) {
      checkLearn(optimizer);
    }
    List<Setting> all =
        settings.values().stream().flatMap(Collection::stream).collect(Collectors.toList());
    for (Setting setting : all) {
      setting.check(optimizer);
      if (learns(setting.hyperparameter())) {
        setting.checkLearnable(optimizer);
      }
    }
    return new Settings(
        all.stream().filter(this::isNeeded).collect(Collectors.toList()), this::learns);
  }

  /** Returns the settings given so far. */
  @Override
  public final String toString() {
    return settings + (learn == null ? "" : " learn=" + learn) + describe(hyperOptimizer);
  }

  private static String describe(HyperOptimizer above) {
    return above == null ? "" : " under " + above;
  }

  private void checkLearn(String optimizer) {
    if (learn.isEmpty() || !settings.keySet().containsAll(learn)) {
      throw new IllegalArgumentException(
          optimizer + " learn must name some of " + settings.keySet() + ", got " + learn);
    }
    if (hyperOptimizer == null) {
      throw new IllegalArgumentException(
          optimizer + " learn must come with a hyperOptimizer, got " + learn + " without");
    }
  }
}
