package dev.hypergradient.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.reference.golden.DoubleVector;
import dev.hypergradient.reference.golden.GoldenAssertions;
import dev.hypergradient.reference.golden.GoldenStep;
import dev.hypergradient.reference.golden.GoldenTensor;
import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ReferenceAdamHdTest {
  @ParameterizedTest
  @GoldenTraces("adam_hd_global")
  void reproducesTheTraceOfTheGlobalRate(GoldenTrace trace) {
    TraceReplay.assertReproduces(trace, reference(trace, AdamEpsilon.DL4J));
  }

  @ParameterizedTest
  @GoldenTraces("adam_hd_paper")
  void reproducesTheTraceOfThePaper(GoldenTrace trace) {
    TraceReplay.assertReproduces(trace, reference(trace, AdamEpsilon.PAPER));
  }

  /**
   * The authors' code steps tensor k with a rate that has seen the dot products of tensors 1…k
   * only. Step 1 has no hypergradient, so both agree; from step 2 on every tensor but the last is
   * moved otherwise, by 7e-8 or more, where the tolerance is 1e-12.
   */
  @ParameterizedTest
  @GoldenTraces("adam_hd_authors")
  void doesNotFollowTheAuthorsRatePerTensor(GoldenTrace trace) {
    ReferenceAdamHd reference = reference(trace, AdamEpsilon.DL4J);
    double[] theta = trace.theta0().toArray();
    List<GoldenStep> steps = trace.steps();

    reference.step(theta, steps.get(0).gradient().toArray());
    assertThat(differingTensors(trace, steps.get(0), theta)).isEmpty();

    reference.step(theta, steps.get(1).gradient().toArray());
    assertThat(differingTensors(trace, steps.get(1), theta)).containsExactly("W1", "W2");
  }

  @Test
  void withoutHyperLearningRateItIsAdam() {
    SideBySide.assertSame(
        new ReferenceAdamHd(
            0.1,
            new AdamConstants(0.9, 0.99, 1e-3, AdamEpsilon.DL4J),
            ReferenceRule.additive(0),
            0),
        new ReferenceAdam(0.1, 0.9, 0.99, 1e-3));
  }

  private static ReferenceAdamHd reference(GoldenTrace trace, AdamEpsilon placement) {
    return new ReferenceAdamHd(
        trace.hyperparameter("alpha_0"),
        new AdamConstants(
            trace.hyperparameter("beta1"),
            trace.hyperparameter("beta2"),
            trace.hyperparameter("eps"),
            placement),
        TraceReplay.additiveRule(trace),
        trace.hyperparameter("weight_decay"));
  }

  private static List<String> differingTensors(GoldenTrace trace, GoldenStep step, double[] theta) {
    DoubleVector actual = new DoubleVector(Arrays.stream(theta).boxed().toList());
    List<String> differing = new ArrayList<>();
    for (GoldenTensor tensor : trace.tensors()) {
      if (!isClose(tensor.of(actual).toArray(), tensor.of(step.theta()).toArray())) {
        differing.add(tensor.name());
      }
    }
    return differing;
  }

  private static boolean isClose(double[] actual, double[] expected) {
    for (int i = 0; i < actual.length; i++) {
      if (Math.abs(actual[i] - expected[i]) > GoldenAssertions.tolerance(expected[i])) {
        return false;
      }
    }
    return true;
  }
}
