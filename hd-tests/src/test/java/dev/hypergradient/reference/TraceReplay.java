package dev.hypergradient.reference;

import dev.hypergradient.reference.golden.GoldenAssertions;
import dev.hypergradient.reference.golden.GoldenStep;
import dev.hypergradient.reference.golden.GoldenTrace;

/** Replays the gradients of a golden trace through a reference updater. */
final class TraceReplay {
  private TraceReplay() {}

  static ReferenceRule additiveRule(GoldenTrace trace) {
    return ReferenceRule.additive(trace.hyperparameter("beta"));
  }

  /** Asserts that α_t and θ_t are the recorded ones at every step. */
  static void assertReproduces(GoldenTrace trace, ReferenceHd reference) {
    double[] theta = trace.theta0().toArray();
    for (GoldenStep step : trace.steps()) {
      reference.step(theta, step.gradient().toArray());
      GoldenAssertions.assertValue("α", reference.learningRate(), step.learningRate(), step.t());
      GoldenAssertions.assertTheta(theta, step);
    }
  }
}
