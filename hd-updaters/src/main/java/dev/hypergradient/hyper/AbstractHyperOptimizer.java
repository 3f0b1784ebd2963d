package dev.hypergradient.hyper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.nd4j.shade.jackson.annotation.JsonAnyGetter;
import org.nd4j.shade.jackson.annotation.JsonIgnore;

/**
 * The recursion that all levels share.
 *
 * <p>With x the values that a level moves, u their gradients, U the update that a subclass makes of
 * them, and φ a learned hyperparameter of the subclass,
 *
 * <pre>
 *   ∂f/∂φ = − Σ_i u_i,t ∂U_i,t−1/∂φ     0 at the first step; the level above moves φ against it
 *   x_t   = x_{t−1} − U_t               with the φ thus found
 * </pre>
 */
abstract class AbstractHyperOptimizer implements HyperOptimizer {

  private static final long serialVersionUID = 1L;

  @JsonIgnore private final Settings settings;
  private final HyperOptimizer hyperOptimizer;

  AbstractHyperOptimizer(HyperOptimizerBuilder<?> builder) {
    settings = builder.settings(name());
    hyperOptimizer = builder.hyperOptimizer();
  }

  /** What the subclass remembers about each value that it moves, before the first step. */
  abstract double[] initialMoments();

  /**
   * Finds the update U of one value.
   *
   * @param gradient u
   * @param values the subclass's hyperparameters φ
   * @param moments what the subclass remembers about this value, changed in place
   * @param partials takes ∂U/∂φ of every hyperparameter, the moments before the step held constant
   */
  abstract double update(
      double gradient,
      Map<Hyperparameter, Double> values,
      double[] moments,
      Map<Hyperparameter, Double> partials);

  final boolean has(Hyperparameter hyperparameter) {
    return settings.contains(hyperparameter);
  }

  final double initial(Hyperparameter hyperparameter) {
    return settings.initial(hyperparameter);
  }

  @Override
  public final int stateSize(int count) {
    int learned = settings.learnedCount();
    int own = LevelState.ownSize(learned, count, initialMoments().length);
    return hyperOptimizer == null ? own : own + hyperOptimizer.stateSize(learned);
  }

  @Override
  public final void initialize(double[] state, int count) {
    settings.checkCount(name(), count);
    Arrays.fill(state, 0);
    LevelState level = read(state, count);
    System.arraycopy(settings.initialRaw(), 0, level.raw, 0, level.raw.length);
    Arrays.setAll(level.moments, i -> initialMoments());
    if (hyperOptimizer != null) {
      hyperOptimizer.initialize(level.above, level.raw.length);
    }
    level.write(state);
  }

  @Override
  public final void step(double[] hyperparameters, double[] hypergradients, double[] state) {
    LevelState level = read(state, hyperparameters.length);
    if (hyperOptimizer != null) {
      hyperOptimizer.step(level.raw, level.rawGradients(hypergradients), level.above);
    }
    Map<Hyperparameter, List<Double>> values = settings.values(level.raw);
    for (int i = 0; i < hyperparameters.length; i++) {
      Map<Hyperparameter, Double> partials = new EnumMap<>(Hyperparameter.class);
      hyperparameters[i] -=
          update(hypergradients[i], valuesFor(i, values), level.moments[i], partials);
      for (int k = 0; k < level.raw.length; k++) {
        level.partials[k][i] = settings.rawPartial(k, i, partials, level.raw);
      }
    }
    level.write(state);
  }

  private static Map<Hyperparameter, Double> valuesFor(
      int i, Map<Hyperparameter, List<Double>> values) {
    Map<Hyperparameter, Double> valuesForOne = new EnumMap<>(Hyperparameter.class);
    values.forEach(
        (hyperparameter, list) ->
            valuesForOne.put(hyperparameter, list.get(list.size() == 1 ? 0 : i)));
    return valuesForOne;
  }

  @Override
  public final List<LevelValues> levels(double[] state, int count) {
    LevelState level = read(state, count);
    List<LevelValues> levels = new ArrayList<>();
    levels.add(
        new LevelValues(name(), settings.values(level.raw), settings.learnedHyperparameters()));
    if (hyperOptimizer != null) {
      levels.addAll(hyperOptimizer.levels(level.above, level.raw.length));
    }
    return List.copyOf(levels);
  }

  private LevelState read(double[] state, int count) {
    return LevelState.read(state, settings.learnedCount(), count, initialMoments().length);
  }

  private String name() {
    return getClass().getSimpleName();
  }

  /** The settings as JSON shows them and the builders read them. */
  @JsonAnyGetter
  final Map<String, Object> configured() {
    return settings.configured();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof AbstractHyperOptimizer
        && name().equals(((AbstractHyperOptimizer) other).name())
        && settings.equals(((AbstractHyperOptimizer) other).settings)
        && Objects.equals(hyperOptimizer, ((AbstractHyperOptimizer) other).hyperOptimizer);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(name(), settings, hyperOptimizer);
  }

  @Override
  public final String toString() {
    StringJoiner text = new StringJoiner(", ", name() + "(", ")");
    settings
        .configured()
        .forEach(
            (key, value) ->
                text.add(key.equals("learningRate") ? value.toString() : key + "=" + value));
    if (hyperOptimizer != null) {
      text.add(hyperOptimizer.toString());
    }
    return text.toString();
  }
}
