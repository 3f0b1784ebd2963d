package dev.hypergradient.experiments.study;

import java.util.Objects;

/**
 * Everything that determines a run.
 *
 * @param rate constant, or to start from; 0 for a method that has none
 * @param seed of initial weights and order of images
 * @param steps batches to train on
 */
record StudyRun(Setting setting, StudyMethod method, double rate, long seed, int steps) {
  /** Rejects missing parts, rates that are negative or not finite, and runs without a step. */
  StudyRun {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(method, "method");
    if (!(rate >= 0 && Double.isFinite(rate))) {
      throw new IllegalArgumentException("rate must be finite and at least 0, got " + rate);
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, got " + steps);
    }
  }

  /** Updates of the parameters in all steps. */
  int updates() {
    return steps * setting.problem().updates();
  }

  /** The step that ends the first tenth. */
  int tenth() {
    return Math.max(1, steps / 10);
  }
}
