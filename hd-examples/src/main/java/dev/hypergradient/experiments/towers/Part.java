package dev.hypergradient.experiments.towers;

import java.util.Locale;

/** The parts of the papers that can be repeated. */
enum Part {
  /** Towers on SGD. */
  TABLE1,
  /** Towers on Adam. */
  TABLE2,
  /** Test error against the learning rate that all levels start from. */
  SENSITIVITY,
  /** Time of a training step against the height of the tower. */
  COST;

  /** The name on the command line and in file names. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
