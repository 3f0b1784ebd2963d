package dev.hypergradient.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.experiments.study.task.ImageNetworks;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

class ParameterAverageTest {
  @Test
  void isTheMeanOfAllSteps() {
    MultiLayerNetwork network =
        ImageNetworks.mlp(Activation.TANH, 2)
            .create(new ImageShape(1, 1, 1), 2, new Sgd(0.1), 0, 1);
    ParameterAverage average = new ParameterAverage(network);
    for (double value : new double[] {1, 3, 8}) {
      network.params().assign(value);
      average.add();
    }

    average.moveTowards(0.75);

    // (1 + 3 + 8)/3 = 4; 0.75 · 4 + 0.25 · 8.
    assertThat(network.params().toDoubleVector()).containsOnly(5);
  }
}
