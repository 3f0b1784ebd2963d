package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.learning.config.IUpdater;

/** Constraints project the parameters after the step; the hypergradient is that of the step. */
class ConstraintsTest {

  private static final int STEPS = 20;
  private static final double MAX_NORM = 0.6;

  @ParameterizedTest
  @EnumSource
  void maxNorm(UpdaterKind kind) {
    MultiLayerNetwork network = network(kind.usual());
    MultiLayerNetwork unconstrained = Networks.threeBlocks(kind.usual());
    MultiLayerNetwork twin = network(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
      unconstrained.fit(Networks.batch(i));
      twin.fit(Networks.batch(i));
      reference.assertSameAs(network);
    }
    assertThat(largestNorm(network)).isLessThanOrEqualTo(MAX_NORM);
    assertThat(largestNorm(unconstrained)).isGreaterThan(MAX_NORM);
  }

  private static double largestNorm(MultiLayerNetwork network) {
    return network.getLayer(0).getParam("W").norm2(0).maxNumber().doubleValue();
  }

  private static MultiLayerNetwork network(IUpdater updater) {
    return Networks.threeBlocks(
        updater, options -> options.constrainWeights(new MaxNormConstraint(MAX_NORM, 0)));
  }
}
