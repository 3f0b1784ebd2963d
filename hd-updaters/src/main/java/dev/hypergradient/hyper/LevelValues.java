package dev.hypergradient.hyper;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The hyperparameters of one level of a tower as they stand, as its formulas see them.
 *
 * <p>Immutable and thread-safe; compared by value.
 */
public final class LevelValues {

  private final String optimizer;
  private final Map<Hyperparameter, List<Double>> values;
  private final Set<Hyperparameter> learned;

  /**
   * Copies the values.
   *
   * @param optimizer the optimiser's simple name, such as {@code "HyperAdam"}
   * @param values every hyperparameter's values: one, or one for each value that the level moves
   * @param learned those that the level above moves
   * @throws IllegalArgumentException if one is learned that has no value
   */
  public LevelValues(
      String optimizer, Map<Hyperparameter, List<Double>> values, Set<Hyperparameter> learned) {
    this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    Map<Hyperparameter, List<Double>> copy = new EnumMap<>(Hyperparameter.class);
    values.forEach((hyperparameter, list) -> copy.put(hyperparameter, List.copyOf(list)));
    this.values = Collections.unmodifiableMap(copy);
    this.learned = Set.copyOf(learned);
    if (!values.keySet().containsAll(learned)) {
      throw new IllegalArgumentException(
          "learned must be among " + values.keySet() + ", got " + learned);
    }
  }

  /**
   * The optimiser of this level.
   *
   * @return its simple name, such as {@code "HyperAdam"}
   */
  public String getOptimizer() {
    return optimizer;
  }

  /**
   * All hyperparameters, learned and constant, in the order of {@link Hyperparameter}.
   *
   * @return the values of each: one, or one for each value that the level moves
   */
  public Map<Hyperparameter, List<Double>> getValues() {
    return values;
  }

  /**
   * The hyperparameters that the level above moves.
   *
   * @return a set, empty at the top of a tower
   */
  public Set<Hyperparameter> getLearned() {
    return learned;
  }

  /**
   * A hyperparameter that has a single value.
   *
   * @param hyperparameter one of the level's
   * @return its value
   * @throws IllegalArgumentException if the level has no such hyperparameter, or several values of
   *     it
   */
  public double getValue(Hyperparameter hyperparameter) {
    List<Double> list = values.getOrDefault(hyperparameter, List.of());
    if (list.size() != 1) {
      throw new IllegalArgumentException(
          optimizer + " must have one value of " + hyperparameter + ", got " + list);
    }
    return list.get(0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelValues
        && optimizer.equals(((LevelValues) other).optimizer)
        && values.equals(((LevelValues) other).values)
        && learned.equals(((LevelValues) other).learned);
  }

  @Override
  public int hashCode() {
    return Objects.hash(optimizer, values, learned);
  }

  @Override
  public String toString() {
    return optimizer + values;
  }
}
