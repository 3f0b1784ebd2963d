package dev.hypergradient.hyper;

import java.io.Serializable;
import java.util.Objects;

/**
 * One number that an optimiser is configured with. It holds for all hyperparameters that the
 * optimiser moves, or for one of them only. Immutable.
 */
final class Setting implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ALL = -1;

  private final Hyperparameter hyperparameter;
  private final Parametrisation parametrisation;
  private final double initial;
  private final int target;

  private Setting(
      Hyperparameter hyperparameter, Parametrisation parametrisation, double initial, int target) {
    this.hyperparameter = hyperparameter;
    this.parametrisation = parametrisation;
    this.initial = initial;
    this.target = target;
  }

  static Setting forAll(
      Hyperparameter hyperparameter, Parametrisation parametrisation, double initial) {
    return new Setting(hyperparameter, parametrisation, initial, ALL);
  }

  /** A setting for the hyperparameter {@code target} below, counted from 0. */
  static Setting forOne(
      Hyperparameter hyperparameter, Parametrisation parametrisation, double initial, int target) {
    return new Setting(hyperparameter, parametrisation, initial, target);
  }

  Hyperparameter hyperparameter() {
    return hyperparameter;
  }

  double initial() {
    return initial;
  }

  boolean isForOne() {
    return target != ALL;
  }

  boolean holdsFor(int index) {
    return target == ALL || target == index;
  }

  /** Refuses a start value that is out of range. */
  void check(String optimizer) {
    hyperparameter.domain().check(optimizer + " " + hyperparameter, initial);
  }

  /** Refuses a start value that could not be learned from. */
  void checkLearnable(String optimizer) {
    parametrisation.domain().check(optimizer + " learned " + hyperparameter, initial);
  }

  double initialRaw() {
    return parametrisation.raw(initial);
  }

  double value(double raw) {
    return parametrisation.value(raw);
  }

  double derivative(double raw) {
    return parametrisation.derivative(raw);
  }

  /** Returns the value to start from. */
  @Override
  public String toString() {
    return Double.toString(initial);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Setting
        && hyperparameter == ((Setting) other).hyperparameter
        && Double.compare(initial, ((Setting) other).initial) == 0
        && target == ((Setting) other).target;
  }

  @Override
  public int hashCode() {
    return Objects.hash(hyperparameter, initial, target);
  }
}
