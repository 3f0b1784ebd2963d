package dev.hypergradient.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ReferenceSgdHdTest {
  @ParameterizedTest
  @GoldenTraces("sgd_hd")
  void reproducesTheTrace(GoldenTrace trace) {
    ReferenceRule rule =
        trace.name().equals("sgd_hd_mult")
            ? ReferenceRule.multiplicative(trace.hyperparameter("beta"))
            : TraceReplay.additiveRule(trace);

    TraceReplay.assertReproduces(
        trace,
        new ReferenceSgdHd(
            trace.hyperparameter("alpha_0"), rule, trace.hyperparameter("weight_decay")));
  }

  @Test
  void withoutHyperLearningRateItIsSgd() {
    SideBySide.assertSame(
        new ReferenceSgdHd(0.1, ReferenceRule.additive(0), 0), new ReferenceSgd(0.1));
  }

  /**
   * f(θ) = θ²/2 from θ₀ = 1, α₀ = 0, β = b, by hand: h is 0, 1, 1 − b, (1 − b)⁴; α is 0, b, 2b −
   * b², 2b − b² + b (1 − b)⁴; θ is 1, 1 − b, (1 − b)³, (1 − b)³ (1 − α₄). With b = 1/2 every value
   * is a short binary fraction, so that nothing is rounded.
   */
  @Test
  void solvesAQuadraticAsByHand() {
    ReferenceSgdHd updater = new ReferenceSgdHd(0, ReferenceRule.additive(0.5), 0);
    double[] theta = {1};
    double[] alphas = {0, 0.5, 0.75, 0.78125};
    double[] thetas = {1, 0.5, 0.125, 0.02734375};
    double[] negativeHypergradients = {0, 1, 0.5, 0.0625};
    for (int t = 1; t <= 4; t++) {
      updater.step(theta, theta.clone());

      assertThat(updater.negativeHypergradient()).isEqualTo(negativeHypergradients[t - 1]);
      assertThat(updater.learningRate()).isEqualTo(alphas[t - 1]);
      assertThat(theta).containsExactly(thetas[t - 1]);
    }
  }

  /**
   * Weight decay λ = 1/2 acts like the quadratic λθ²/2 added to the loss, and h sees it: with zero
   * gradients g_t = θ_{t−1}/2; from θ₀ = 2 and α₀ = 0, β = 1/4: h₂ = 1, α₂ = 1/4, θ₂ = 2 − 1/4.
   */
  @Test
  void weightDecayIsPartOfTheHypergradient() {
    ReferenceSgdHd updater = new ReferenceSgdHd(0, ReferenceRule.additive(0.25), 0.5);
    double[] theta = {2};
    updater.step(theta, new double[1]);
    updater.step(theta, new double[1]);

    assertThat(updater.negativeHypergradient()).isEqualTo(1);
    assertThat(updater.learningRate()).isEqualTo(0.25);
    assertThat(theta).containsExactly(1.75);
  }

  /** Cosine 1 of parallel gradients, whatever their lengths: α₂ = α₁ (1 + β). */
  @Test
  void multiplicativeRuleIgnoresTheScaleAndZeroGradients() {
    ReferenceSgdHd updater = new ReferenceSgdHd(1, ReferenceRule.multiplicative(0.5), 0);
    double[] theta = {0, 0};
    updater.step(theta, new double[] {3, 4});
    updater.step(theta, new double[] {30, 40});
    assertThat(updater.learningRate()).isEqualTo(1.5);

    updater.step(theta, new double[] {0, 0});
    assertThat(updater.learningRate()).isEqualTo(1.5);
  }
}
