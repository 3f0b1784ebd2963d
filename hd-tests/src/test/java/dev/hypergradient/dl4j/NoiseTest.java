package dev.hypergradient.dl4j;

import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/** Dropout and weight noise are part of the loss whose gradient the updater is handed. */
class NoiseTest {

  private static final int STEPS = 20;

  @ParameterizedTest
  @EnumSource
  void dropoutAndDropConnect(UpdaterKind kind) {
    MultiLayerNetwork network = network(kind.usual());
    MultiLayerNetwork twin = network(ReferenceTraining.PLAIN);
    MultiLayerNetwork silent = Networks.threeBlocks(kind.usual());
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 1; i <= STEPS; i++) { // ND4J makes up a seed of its own for 0
      Nd4j.getRandom().setSeed(i);
      network.fit(Networks.batch(i));
      Nd4j.getRandom().setSeed(i);
      twin.fit(Networks.batch(i));
      reference.assertSameAs(network);
      silent.fit(Networks.batch(i));
    }
    Bitwise.assertNotEqual(network.params(), silent.params());
  }

  private static MultiLayerNetwork network(IUpdater updater) {
    return Networks.threeBlocks(
        updater, options -> options.dropOut(0.7).weightNoise(new DropConnect(0.8)));
  }
}
