package dev.hypergradient.reference.tower;

import dev.hypergradient.reference.DotProduct;

/** A hyperparameter φ of one level, and ∂U/∂φ of the level's latest update U. */
final class LevelHyperparameter {
  private final String name;
  private final LevelParametrisation parametrisation;
  private double raw;
  private double[] partial;

  LevelHyperparameter(String name, LevelParametrisation parametrisation, double value) {
    this.name = name;
    this.parametrisation = parametrisation;
    this.raw = parametrisation.raw(value);
    if (Double.isNaN(raw)) {
      throw new IllegalArgumentException(
          name + " must be in the range of " + parametrisation + ", got " + value);
    }
  }

  String name() {
    return name;
  }

  double raw() {
    return raw;
  }

  double value() {
    return parametrisation.value(raw);
  }

  /** Lets the level above step: raw ← raw − change. */
  void move(double change) {
    raw -= change;
  }

  /** Keeps ∂U/∂φ, one element for each of U, to answer {@link #hypergradient}. */
  void partial(double[] partialOfUpdate) {
    this.partial = partialOfUpdate;
  }

  /**
   * Returns ∂f/∂raw = −(g · ∂U/∂φ) dφ/draw, where g is ∂f/∂θ after θ ← θ − U; 0 before the first
   * update.
   */
  double hypergradient(double[] gradient) {
    return partial == null ? 0 : -DotProduct.of(gradient, partial) * parametrisation.slope(raw);
  }
}
