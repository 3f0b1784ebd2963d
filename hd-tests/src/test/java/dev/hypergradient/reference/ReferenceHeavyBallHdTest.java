package dev.hypergradient.reference;

import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import org.junit.jupiter.params.ParameterizedTest;

class ReferenceHeavyBallHdTest {
  @ParameterizedTest
  @GoldenTraces("sgdm_hd")
  void reproducesTheTrace(GoldenTrace trace) {
    TraceReplay.assertReproduces(
        trace,
        new ReferenceHeavyBallHd(
            trace.hyperparameter("alpha_0"),
            trace.hyperparameter("momentum"),
            TraceReplay.additiveRule(trace),
            trace.hyperparameter("weight_decay")));
  }
}
