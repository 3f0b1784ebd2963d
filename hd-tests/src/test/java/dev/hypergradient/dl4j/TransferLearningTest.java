package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.transferlearning.TransferLearningHelper;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** Fine-tuning starts from the configured learning rate, not the learned one, at iteration 0. */
class TransferLearningTest {

  private static final int STEPS = 10;

  /** One of three blocks is frozen, and the output layer is a new one. */
  @ParameterizedTest
  @EnumSource
  void startsAfreshWithFrozenLayers(UpdaterKind kind) {
    MultiLayerNetwork original = trained(kind.usual());
    double learned = rate(original);
    MultiLayerNetwork network = fineTuned(original, null);
    MultiLayerNetwork twin = fineTuned(original, ReferenceTraining.PLAIN);
    twin.setParams(network.params());
    assertThat(rate(network)).isEqualTo(kind.usualRate).isNotEqualTo(learned);
    assertThat(network.getIterationCount()).isZero();

    INDArray frozen = network.getLayer(1).params().dup();
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
      twin.fit(Networks.batch(i));
      reference.assertSameAs(network);
    }
    Bitwise.assertEqual(network.getLayer(1).params(), frozen);
    assertThat(rate(network)).isNotEqualTo(kind.usualRate);
    assertThat(rate(original)).isEqualTo(learned);
  }

  /** The parameter-free rule finds its rate, whatever is configured. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_FREE")
  void findsItsRateWhateverIsConfigured(UpdaterKind kind) {
    MultiLayerNetwork original = trained(kind.usual());
    MultiLayerNetwork untold = fineTuned(original, kind.usual());
    MultiLayerNetwork told =
        fineTuned(original, kind.usual(options -> options.learningRate(rate(original) / 1000)));
    told.setParams(untold.params());
    for (MultiLayerNetwork network : List.of(untold, told)) {
      network.fit(Networks.batch(0));
      network.fit(Networks.batch(1));
    }
    assertThat(told.getLearningRate(4)).isEqualTo(untold.getLearningRate(4)).isPositive();
  }

  /** An updater that is given to fine-tuning says what rate to start from. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*_FREE")
  void continuesFromTheLearnedRateIfTold(UpdaterKind kind) {
    MultiLayerNetwork original = trained(kind.usual());
    double learned = rate(original);
    MultiLayerNetwork network =
        fineTuned(original, kind.usual(options -> options.learningRate(learned)));
    assertThat(rate(network)).isEqualTo(learned).isNotEqualTo(kind.usualRate);
    network.fit(Networks.batch(0)); // a first step: h = 0
    assertThat(network.getLearningRate(4)).isEqualTo(learned);
  }

  /** A rate that was set is configured from then on. */
  @Test
  void startsFromTheRateThatWasSet() {
    MultiLayerNetwork original = trained(UpdaterKind.ADAM.usual());
    original.setLearningRate(0.03);
    original.fit(Networks.batch(0));
    assertThat(rate(original)).isNotEqualTo(0.03);
    assertThat(rate(fineTuned(original, null))).isEqualTo(0.03);
  }

  @ParameterizedTest
  @EnumSource
  void graphStartsAfresh(UpdaterKind kind) {
    ComputationGraph original = Networks.graph(kind.usual());
    for (int i = 0; i < STEPS; i++) {
      original.fit(Networks.batch(i));
    }
    ComputationGraph network = withFrozenLayer(original);
    ComputationGraph twin = withFrozenLayer(Networks.graph(ReferenceTraining.PLAIN));
    twin.setParams(network.params());
    assertThat(rate(network)).isEqualTo(kind.usualRate).isNotEqualTo(rate(original));
    assertThat(network.getIterationCount()).isZero();
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
      twin.fit(Networks.batch(i));
      reference.assertSameAs(network);
    }
  }

  /** The helper trains a network of its own, made of the layers that are not frozen. */
  @Test
  void helperLearnsARateOfItsOwn() {
    UpdaterKind kind = UpdaterKind.NESTEROVS;
    MultiLayerNetwork original = trained(kind.usual());
    double learned = rate(original);
    TransferLearningHelper helper = new TransferLearningHelper(original, 1);
    assertThat(rate(helper.unfrozenMLN())).isEqualTo(kind.usualRate);
    helper.fitFeaturized(helper.featurize(Networks.batch(0)));
    helper.fitFeaturized(helper.featurize(Networks.batch(1)));
    assertThat(rate(helper.unfrozenMLN())).isNotEqualTo(kind.usualRate).isNotEqualTo(learned);
    assertThat(rate(original)).isEqualTo(learned);
    Bitwise.assertEqual(original.getLayer(4).params(), helper.unfrozenMLN().getLayer(2).params());
  }

  private static MultiLayerNetwork trained(IUpdater updater) {
    MultiLayerNetwork network = Networks.threeBlocks(updater);
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i));
    }
    return network;
  }

  private static MultiLayerNetwork fineTuned(MultiLayerNetwork original, IUpdater updater) {
    return new TransferLearning.Builder(original)
        .fineTuneConfiguration(fineTuning(updater))
        .setFeatureExtractor(1)
        .nOutReplace(4, Networks.CLASSES, WeightInit.XAVIER)
        .build();
  }

  /** DL4J makes a FLOAT graph of any other. */
  private static ComputationGraph withFrozenLayer(ComputationGraph original) {
    return new TransferLearning.GraphBuilder(original)
        .setFeatureExtractor("left")
        .build()
        .convertDataType(DataType.DOUBLE);
  }

  /** {@code null}: with the updater that the network has. */
  private static FineTuneConfiguration fineTuning(IUpdater updater) {
    return new FineTuneConfiguration.Builder().updater(updater).build();
  }

  private static double rate(Model network) {
    return Hypergradients.of(network).getLearningRate();
  }
}
