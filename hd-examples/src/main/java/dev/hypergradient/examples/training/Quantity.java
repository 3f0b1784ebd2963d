package dev.hypergradient.examples.training;

import dev.hypergradient.hyper.Hyperparameter;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * One of the numbers that an updater learns; ordered by level, hyperparameter and index.
 *
 * @param level 0 for the updater itself, 1 for the optimiser above it, and so on
 * @param hyperparameter of that level
 * @param index of the number among those of the hyperparameter, from 0; empty if it has only one
 */
public record Quantity(int level, Hyperparameter hyperparameter, OptionalInt index)
    implements Comparable<Quantity> {

  private static final Comparator<Quantity> ORDER =
      Comparator.comparingInt(Quantity::level)
          .thenComparing(Quantity::hyperparameter)
          .thenComparing(quantity -> quantity.index().orElse(-1));

  @Override
  public int compareTo(Quantity other) {
    return ORDER.compare(this, other);
  }

  /** Returns the name in reports, such as {@code "level 1 learningRate[0]"}. */
  @Override
  public String toString() {
    String suffix = index.isPresent() ? "[" + index.getAsInt() + "]" : "";
    return "level " + level + " " + hyperparameter + suffix;
  }
}
