package dev.hypergradient.hyper;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** What was serialised may be anything. */
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    try {
      settings.check(name(), hyperOptimizer != null);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw (IOException)
          new InvalidObjectException(name() + " was not serialised whole: " + e.getMessage())
              .initCause(e);
    }
  }

  /** What the subclass remembers about each value that it moves, before the first step. */
  abstract double[] initialMoments();

  /**
   * Finds the update U of one value.
   *
   * @param gradient u
   * @param values the subclass's hyperparameters φ
   * @param state holds what the subclass remembers about this value, changed in place
   * @param moments where that begins
   * @param partials takes ∂U/∂φ of every hyperparameter, the moments before the step held constant
   */
  abstract double update(
      double gradient, NumberOfEach values, double[] state, int moments, NumberOfEach partials);

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
  public final void initialize(double[] state, int start, int count) {
    settings.checkCount(name(), count);
    LevelState level = level(state, start, count);
    Arrays.fill(state, start, level.above(), 0);
    level.setRaw(settings.initialRaw());
    double[] moments = initialMoments();
    for (int i = 0; i < count; i++) {
      System.arraycopy(moments, 0, state, level.moments(i), moments.length);
    }
    if (hyperOptimizer != null) {
      hyperOptimizer.initialize(state, level.above(), settings.learnedCount());
    }
  }

  @Override
  public final void step(
      double[] hyperparameters, double[] hypergradients, double[] state, int start) {
    LevelState level = level(state, start, hyperparameters.length);
    double[] raw = level.raw();
    if (hyperOptimizer != null) {
      hyperOptimizer.step(raw, level.rawGradients(hypergradients), state, level.above());
      level.setRaw(raw);
    }
    double[] learned = settings.values(raw);
    double[] slopes = settings.derivatives(raw);
    NumberOfEach values = new NumberOfEach();
    NumberOfEach partials = new NumberOfEach();
    for (int i = 0; i < hyperparameters.length; i++) {
      settings.fill(values, learned, i);
      hyperparameters[i] -= update(hypergradients[i], values, state, level.moments(i), partials);
      for (int k = 0; k < raw.length; k++) {
        level.setPartial(k, i, settings.partial(k, i, partials) * slopes[k]);
      }
    }
  }

  @Override
  public final List<LevelValues> levels(double[] state, int start, int count) {
    LevelState level = level(state, start, count);
    List<LevelValues> levels = new ArrayList<>();
    levels.add(
        new LevelValues(
            name(), settings.allValues(level.raw()), settings.learnedHyperparameters()));
    if (hyperOptimizer != null) {
      levels.addAll(hyperOptimizer.levels(state, level.above(), settings.learnedCount()));
    }
    return List.copyOf(levels);
  }

  private LevelState level(double[] state, int start, int count) {
    return new LevelState(state, start, settings.learnedCount(), count, initialMoments().length);
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
