package dev.hypergradient.internal.kernel;

/** Hyperparameters that must not round, in FLOAT, to where the formulas break. */
final class FloatConstants {

  private FloatConstants() {}

  /** A decay rate for FLOAT, below 1: averages take in 1 − β, and bias corrections divide by it. */
  static float decay(double decay) {
    return Math.min((float) decay, Math.nextDown(1f));
  }

  /**
   * An ε in the range of FLOAT, for any data type: a gradient of 0 is divided by it, and ND4J's
   * operations make NaN of infinity. Next to gradients of more than 10<sup>−22</sup> a smaller ε
   * could not be told from the smallest number; a larger one than the largest would stop any
   * training.
   */
  static double epsilon(double epsilon) {
    return Math.max(Float.MIN_NORMAL, Math.min(epsilon, Float.MAX_VALUE));
  }
}
