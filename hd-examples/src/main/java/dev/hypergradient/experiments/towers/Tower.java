package dev.hypergradient.experiments.towers;

import dev.hypergradient.hyper.LevelValues;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A row of the papers' tables.
 *
 * @param name in the papers' notation, the level that moves the weights first
 * @param updater the tower
 * @param plain makes an updater that keeps to what the level that moves the weights has learned;
 *     empty for a tower that learns nothing
 */
public record Tower(
    String name, IUpdater updater, Optional<Function<LevelValues, IUpdater>> plain) {
  /** A tower that learns. */
  public Tower(String name, IUpdater updater, Function<LevelValues, IUpdater> plain) {
    this(name, updater, Optional.of(plain));
  }

  /** A tower of one level. */
  public Tower(String name, IUpdater updater) {
    this(name, updater, Optional.empty());
  }
}
