package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.StandaloneBlocks;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Theorem 5.1 of Baydin et al., <a href="https://arxiv.org/abs/1703.04782">arXiv:1703.04782</a>, on
 * quadratics: with α<sub>∞</sub> &lt; 1/L and t·δ<sub>t</sub> → 0 the parameters converge to the
 * minimum, whatever α₀ and β.
 */
class FinalLearningRateTest {

  private static final int PARAMETERS = 5;

  /**
   * f = Σ λᵢ θᵢ²/2 with λᵢ in [L/5, L]. Once δ is negligible, a step multiplies θᵢ by 1 −
   * α<sub>∞</sub> λᵢ, at most 0.96 here: 950 such steps, by less than 1e-16. What comes before them
   * can only multiply it by a constant, which is below 1e4 for these α₀ and β.
   */
  @Property
  void sgdHdConvergesOnQuadratics(
      @ForAll @DoubleRange(min = 0.1, max = 10) double steepest,
      @ForAll @DoubleRange(min = 0.2, max = 0.95) double finalRate,
      @ForAll @DoubleRange(max = 3) double initialRate,
      @ForAll @DoubleRange(max = 1) double thousandths,
      @ForAll long seed) {
    double distance =
        distanceAfterTraining(
            SgdHd.builder()
                .learningRate(initialRate / steepest)
                .hyperLearningRate(1e-3 * thousandths)
                .finalLearningRate(finalRate / steepest)
                .build(),
            steepest,
            seed,
            1000);
    assertThat(distance).isLessThan(1e-12);
  }

  /** Without the transition θ₁ grows by a factor of 1.1 or more: 1e16 after 400 steps. */
  @Property
  void withoutTransitionItRunsAway(
      @ForAll @DoubleRange(min = 2.1, max = 3) double initialRate, @ForAll long seed) {
    assertThat(distanceAfterTraining(new SgdHd(initialRate, 0), 1, seed, 400)).isGreaterThan(1e10);
  }

  private static double distanceAfterTraining(
      SgdHd updater, double steepest, long seed, int steps) {
    Random random = new Random(seed);
    double[] theta = random.doubles(PARAMETERS, -1, 1).toArray();
    double[] curvature = random.doubles(PARAMETERS, steepest / 5, steepest).toArray();
    curvature[0] = steepest;
    StandaloneBlocks blocks = new StandaloneBlocks(updater, DataType.DOUBLE, List.of(PARAMETERS));
    double[] gradient = new double[PARAMETERS];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < PARAMETERS; i++) {
        gradient[i] = curvature[i] * theta[i];
      }
      blocks.step(theta, gradient, 0);
    }
    double square = 0;
    for (double x : theta) {
      square += x * x;
    }
    return Math.sqrt(square);
  }
}
