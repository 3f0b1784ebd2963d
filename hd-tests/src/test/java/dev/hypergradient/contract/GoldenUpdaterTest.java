package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.LearningRateRule;
import dev.hypergradient.NesterovsHd;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.StandaloneBlocks;
import dev.hypergradient.hyper.HyperAdaGrad;
import dev.hypergradient.hyper.HyperAdam;
import dev.hypergradient.hyper.HyperOptimizer;
import dev.hypergradient.hyper.HyperRmsProp;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.Hyperparameter;
import dev.hypergradient.reference.golden.GoldenAssertions;
import dev.hypergradient.reference.golden.GoldenLevel;
import dev.hypergradient.reference.golden.GoldenStep;
import dev.hypergradient.reference.golden.GoldenTensor;
import dev.hypergradient.reference.golden.GoldenTrace;
import dev.hypergradient.reference.golden.GoldenTraces;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The updaters reproduce the golden traces, computed independently in double precision (see their
 * README), to 1e-12: with all parameters in one block, and with a block for each of the three
 * tensors.
 */
class GoldenUpdaterTest {

  @ParameterizedTest
  @GoldenTraces("sgd_hd")
  void sgdHd(GoldenTrace trace) {
    LearningRateRule rule =
        trace.name().equals("sgd_hd_mult")
            ? LearningRateRule.MULTIPLICATIVE
            : LearningRateRule.ADDITIVE;
    assertReproduces(
        trace,
        SgdHd.builder()
            .learningRate(initialRate(trace))
            .hyperLearningRate(trace.hyperparameter("beta"))
            .learningRateRule(rule)
            .build());
  }

  @ParameterizedTest
  @GoldenTraces("sgdm_hd")
  void sgdHdWithMomentum(GoldenTrace trace) {
    assertReproduces(
        trace,
        SgdHd.builder()
            .learningRate(initialRate(trace))
            .momentum(trace.hyperparameter("momentum"))
            .hyperLearningRate(trace.hyperparameter("beta"))
            .build());
  }

  /** Learning rate and momentum are both learned. */
  @ParameterizedTest
  @GoldenTraces("tower_sgdmu_sgd")
  void momentumUnderSgd(GoldenTrace trace) {
    List<GoldenLevel> levels = trace.steps().get(0).levels();
    assertReproduces(
        trace,
        SgdHd.builder()
            .learningRate(levels.get(0).raw().get("alpha"))
            .momentum(levels.get(0).raw().get("mu"))
            .learn(Hyperparameter.LEARNING_RATE, Hyperparameter.MOMENTUM)
            .hyperLearningRate(levels.get(1).raw().get("alpha"))
            .build());
  }

  @ParameterizedTest
  @GoldenTraces("sgdn_hd")
  void nesterovsHd(GoldenTrace trace) {
    assertReproduces(
        trace,
        new NesterovsHd(
            initialRate(trace), trace.hyperparameter("momentum"), trace.hyperparameter("beta")));
  }

  @ParameterizedTest
  @GoldenTraces("adam_hd_global")
  void adamHd(GoldenTrace trace) {
    assertReproduces(trace, new AdamHd(initialRate(trace), trace.hyperparameter("beta")));
  }

  @ParameterizedTest
  @GoldenTraces("tower_sgd_sgd")
  void sgdUnderSgdUnderSgd(GoldenTrace trace) {
    List<GoldenLevel> levels = trace.steps().get(0).levels();
    HyperOptimizer above = null;
    for (int level = levels.size() - 1; level > 0; level--) {
      above = new HyperSgd(levels.get(level).raw().get("alpha"), above);
    }
    assertReproduces(trace, new SgdHd(levels.get(0).raw().get("alpha"), above));
  }

  @ParameterizedTest
  @GoldenTraces("tower_sgd_adam")
  void sgdUnderAdam(GoldenTrace trace) {
    assertReproduces(trace, new SgdHd(0.05, new HyperAdam(0.01)));
  }

  @ParameterizedTest
  @GoldenTraces("tower_sgd_rmsprop")
  void sgdUnderRmsProp(GoldenTrace trace) {
    assertReproduces(
        trace, new SgdHd(0.05, HyperRmsProp.builder().learningRate(0.001).decay(0.9).build()));
  }

  @ParameterizedTest
  @GoldenTraces("tower_sgd_adagrad")
  void sgdUnderAdaGrad(GoldenTrace trace) {
    assertReproduces(trace, new SgdHd(0.05, new HyperAdaGrad(0.01)));
  }

  private static void assertReproduces(GoldenTrace trace, HypergradientUpdater updater) {
    assertReproduces(trace, updater, List.of(trace.theta0().length()));
    assertReproduces(trace, updater, trace.tensors().stream().map(GoldenTensor::length).toList());
  }

  private static void assertReproduces(
      GoldenTrace trace, HypergradientUpdater updater, List<Integer> blocks) {
    StandaloneBlocks actual = new StandaloneBlocks(updater, DataType.DOUBLE, blocks);
    double weightDecay = trace.hyperparameters().getOrDefault("weight_decay", 0.0);
    double[] theta = trace.theta0().toArray();
    for (GoldenStep step : trace.steps()) {
      actual.step(theta, step.gradient().toArray(), weightDecay);
      for (int block = 0; block < blocks.size(); block++) {
        GoldenAssertions.assertValue(
            "α", actual.learningRate(block), step.learningRate(), step.t());
      }
      GoldenAssertions.assertTheta(theta, step);
    }
    assertThat(trace.steps()).hasSizeGreaterThan(1);
  }

  private static double initialRate(GoldenTrace trace) {
    return trace.hyperparameter("alpha_0");
  }
}
