package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * DL4J's algorithms with a line search call the updater twice an iteration, before the search and
 * after it, and only the first update moves parameters.
 */
class LineSearchTest {

  /** One iteration is one step, whose h is 0, or else two. */
  @ParameterizedTest
  @EnumSource
  void updaterIsCalledTwice(OptimizationAlgorithm algorithm) {
    UpdaterKind kind = UpdaterKind.SGD;
    MultiLayerNetwork network =
        Networks.mlp(kind.usual(), options -> options.optimizationAlgo(algorithm));
    network.fit(Networks.batch(0));
    boolean once = network.getLearningRate(0) == kind.usualRate;
    assertThat(once).isEqualTo(algorithm == OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT);
  }
}
