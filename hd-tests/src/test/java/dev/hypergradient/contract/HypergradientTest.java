package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The change of α is β times the derivative of the loss with respect to α: against a central finite
 * difference of the network's own loss, L2 included.
 */
class HypergradientTest {

  /**
   * At the optimum of truncation (c²) and rounding (1e-16 / c) for losses and curvatures near 1.
   */
  private static final double CHANGE = 1e-5;

  @ParameterizedTest
  @EnumSource(names = ".*_FREE", mode = MATCH_NONE)
  void isTheDerivativeOfTheLoss(UpdaterKind kind) {
    for (int steps = 1; steps < 5; steps++) {
      MultiLayerNetwork network = trained(kind, steps);
      double before = network.getLearningRate(0);
      network.fit(Networks.batch(steps));
      double hypergradient = change(kind, before, network.getLearningRate(0)) / kind.usualHyperRate;

      double scale = kind.usualRate * CHANGE;
      double above = lossAfter(kind, steps, before + scale, before);
      double below = lossAfter(kind, steps, before - scale, before);
      double expected = -(above - below) / (2 * scale);
      assertThat(hypergradient)
          .as("h at step %d", steps + 1)
          .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
    }
  }

  /** What the hyper learning rate was multiplied with to come from one rate to the other. */
  private static double change(UpdaterKind kind, double before, double after) {
    return kind == UpdaterKind.RMS_PROP
        ? (Math.sqrt(after) - Math.sqrt(before)) / (2 * Math.sqrt(before)) // d√α = dα / 2√α
        : after - before;
  }

  /** The next batch's loss had the last of the steps been taken with another rate. */
  private static double lossAfter(UpdaterKind kind, int steps, double rate, double usual) {
    MultiLayerNetwork network = trained(kind, steps - 1);
    INDArray start = network.params().dup();
    network.fit(Networks.batch(steps - 1));
    // The last update is α·d: scale it.
    INDArray update = network.params().sub(start).muli(rate / usual);
    network.setParams(start.add(update));
    return network.score(Networks.batch(steps), true);
  }

  private static MultiLayerNetwork trained(UpdaterKind kind, int steps) {
    MultiLayerNetwork network = Networks.mlp(kind.usual(), o -> o.l2(0.01).l2Bias(0.01));
    for (int i = 0; i < steps; i++) {
      network.fit(Networks.batch(i));
    }
    return network;
  }
}
