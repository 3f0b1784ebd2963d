package dev.hypergradient.reference;

import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ReferenceNesterovsHdTest {
  @ParameterizedTest
  @GoldenTraces("sgdn_hd")
  void reproducesTheTrace(GoldenTrace trace) {
    TraceReplay.assertReproduces(
        trace,
        new ReferenceNesterovsHd(
            trace.hyperparameter("alpha_0"),
            trace.hyperparameter("momentum"),
            TraceReplay.additiveRule(trace),
            trace.hyperparameter("weight_decay")));
  }

  @Test
  void withoutHyperLearningRateItIsNesterovs() {
    SideBySide.assertSame(
        new ReferenceNesterovsHd(0.1, 0.9, ReferenceRule.additive(0), 0),
        new ReferenceNesterovs(0.1, 0.9));
  }
}
