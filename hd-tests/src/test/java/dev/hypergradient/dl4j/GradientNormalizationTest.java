package dev.hypergradient.dl4j;

import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.IUpdater;

/** DL4J normalises and clips before any updater is called: g and d are those of the result. */
class GradientNormalizationTest {

  private static final int STEPS = 10;

  static Stream<Arguments> kindsAndNormalizations() {
    return Stream.of(UpdaterKind.SGD, UpdaterKind.ADAM)
        .flatMap(
            kind ->
                EnumSet.complementOf(EnumSet.of(GradientNormalization.None)).stream()
                    .map(normalization -> Arguments.of(kind, normalization)));
  }

  @ParameterizedTest
  @MethodSource("kindsAndNormalizations")
  void learnsFromWhatUpdatersAreHanded(UpdaterKind kind, GradientNormalization normalization) {
    MultiLayerNetwork network = network(kind.usual(), normalization);
    MultiLayerNetwork untouched = network(kind.usual(), GradientNormalization.None);
    MultiLayerNetwork twin = network(ReferenceTraining.PLAIN, normalization);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
      untouched.fit(Networks.batch(i));
      twin.fit(Networks.batch(i));
      reference.assertSameAs(network);
    }
    Bitwise.assertNotEqual(network.params(), untouched.params());
  }

  private static MultiLayerNetwork network(IUpdater updater, GradientNormalization normalization) {
    return Networks.threeBlocks(
        updater,
        options ->
            options
                .l2(0.01)
                .gradientNormalization(normalization)
                .gradientNormalizationThreshold(0.02));
  }
}
