package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.LearningRateRule;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.reference.ReferenceRule;
import dev.hypergradient.reference.ReferenceSgdHd;
import dev.hypergradient.reference.ReferenceUpdater;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * One learning rate for the whole network, however DL4J cuts it into updater blocks: every step
 * equals that of a reference updater that knows nothing of blocks.
 */
class BlocksTest {

  private static final int STEPS = 60;

  @ParameterizedTest
  @EnumSource
  void oneBlock(UpdaterKind kind) {
    assertThat(hypergradientBlocks(Networks.mlp(kind.usual()))).hasSize(1);
    assertFollowsReference(kind, Networks::mlp);
  }

  @ParameterizedTest
  @EnumSource
  void batchNormalisation(UpdaterKind kind) {
    assertThat(hypergradientBlocks(Networks.threeBlocks(kind.usual()))).hasSize(3);
    assertFollowsReference(kind, Networks::threeBlocks);
  }

  /** L1 and L2 reach the gradient of a block only when its turn comes. */
  @ParameterizedTest
  @EnumSource
  void batchNormalisationWithL1AndL2(UpdaterKind kind) {
    Consumer<NeuralNetConfiguration.Builder> options =
        builder -> builder.l1(0.002).l2(0.01).l2Bias(0.003);
    assertFollowsReference(kind, updater -> Networks.threeBlocks(updater, options));
  }

  /** Decoupled weight decay steps with the live learning rate. */
  @ParameterizedTest
  @EnumSource
  void batchNormalisationWithWeightDecay(UpdaterKind kind) {
    assertFollowsReference(
        kind, updater -> Networks.threeBlocks(updater, builder -> builder.weightDecay(0.01)));
  }

  /** The norms of the multiplicative rule are those of the whole network. */
  @Test
  void multiplicativeRule() {
    double hyperLearningRate = 0.1;
    HypergradientUpdater updater =
        SgdHd.builder()
            .learningRate(0.1)
            .hyperLearningRate(hyperLearningRate)
            .learningRateRule(LearningRateRule.MULTIPLICATIVE)
            .build();
    Function<IUpdater, MultiLayerNetwork> withL2 =
        each -> Networks.threeBlocks(each, builder -> builder.l2(0.01));
    assertFollowsReference(
        withL2.apply(updater),
        withL2.apply(ReferenceTraining.PLAIN),
        new ReferenceSgdHd(0.1, ReferenceRule.multiplicative(hyperLearningRate), 0));
  }

  @ParameterizedTest
  @EnumSource
  void anotherUpdaterInBetween(UpdaterKind kind) {
    Function<IUpdater, MultiLayerNetwork> network =
        updater ->
            Networks.sequence(
                updater,
                options -> {},
                Networks.dense(),
                new DenseLayer.Builder().nOut(4).updater(new Adam(1e-3)).build(),
                Networks.output());
    assertThat(hypergradientBlocks(network.apply(kind.usual()))).hasSize(2);
    assertFollowsReference(kind, network);
  }

  @ParameterizedTest
  @EnumSource
  void frozenLayerInBetween(UpdaterKind kind) {
    Function<IUpdater, MultiLayerNetwork> network =
        updater ->
            Networks.sequence(
                updater,
                options -> {},
                Networks.dense(),
                new FrozenLayer(Networks.dense()),
                Networks.dense(),
                Networks.output());
    assertThat(hypergradientBlocks(network.apply(kind.usual()))).hasSize(2);
    assertFollowsReference(kind, network);
  }

  /** The decoder's block is not trained in supervised training and must not count. */
  @ParameterizedTest
  @EnumSource
  void variationalAutoencoder(UpdaterKind kind) {
    assertThat(hypergradientBlocks(variational(kind.usual()))).hasSize(3);
    assertFollowsReference(kind, BlocksTest::variational);
  }

  @Test
  void pretrainingLearnsItsOwnRate() {
    MultiLayerNetwork network = variational(UpdaterKind.SGD.usual());
    for (int i = 0; i < 3; i++) {
      network.pretrainLayer(0, Networks.batch(i).getFeatures());
    }
    assertThat(network.params().sumNumber().doubleValue()).isFinite();
    MultiLayerNetwork twin = variational(ReferenceTraining.PLAIN);
    twin.setParams(network.params());
    assertFollowsReference(network, twin, UpdaterKind.SGD.usualReference());
  }

  private static MultiLayerNetwork variational(IUpdater updater) {
    return Networks.sequence(
        updater,
        options -> {},
        new VariationalAutoencoder.Builder()
            .nOut(4)
            .encoderLayerSizes(6)
            .decoderLayerSizes(6)
            .build(),
        Networks.output());
  }

  /**
   * DL4J clips before any updater is called, and the hypergradient is that of clipped gradients.
   */
  @Test
  void clippingBoundsTheHypergradient() {
    double threshold = 1e-3;
    double clipped =
        rateAfterTwoSteps(
            builder ->
                builder
                    .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                    .gradientNormalizationThreshold(threshold));
    // With β = 1 from zero the rate is g_2 · g_1: each of fewer than 200 elements adds threshold².
    assertThat(clipped).isPositive().isLessThan(200 * threshold * threshold);
    assertThat(rateAfterTwoSteps(builder -> {})).isGreaterThan(200 * threshold * threshold);
  }

  private static double rateAfterTwoSteps(Consumer<NeuralNetConfiguration.Builder> options) {
    MultiLayerNetwork network = Networks.threeBlocks(new SgdHd(0, 1), options);
    network.fit(Networks.batch(0));
    network.fit(Networks.batch(0));
    assertThat(network.numParams()).isLessThan(200);
    return network.getLearningRate(0);
  }

  @ParameterizedTest
  @EnumSource
  void allLayersShowTheOneRate(UpdaterKind kind) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    for (int i = 0; i < 5; i++) {
      network.fit(Networks.batch(i));
    }
    double rate = network.getLearningRate(0);
    assertThat(rate).isNotEqualTo(kind.usualRate);
    for (int layer = 0; layer < network.getnLayers(); layer++) {
      assertThat(network.getLearningRate(layer)).isEqualTo(rate);
    }
    for (UpdaterBlock block : hypergradientBlocks(network)) {
      assertThat(block.getGradientUpdater().getConfig().getLearningRate(5, 0)).isEqualTo(rate);
    }
  }

  @Test
  void differentConfigurationsLearnDifferentRates() {
    MultiLayerNetwork network =
        Networks.sequence(
            new SgdHd(0.1, 1e-2),
            options -> {},
            Networks.dense(),
            new BatchNormalization(),
            new DenseLayer.Builder().nOut(4).updater(new SgdHd(0.2, 1e-2)).build(),
            Networks.output());
    network.fit(Networks.batch(0));
    network.fit(Networks.batch(1));
    assertThat(network.getLearningRate(0)).isEqualTo(network.getLearningRate(3)).isNotEqualTo(0.1);
    assertThat(network.getLearningRate(2)).isBetween(0.15, 0.25).isNotEqualTo(0.2);
  }

  private static void assertFollowsReference(
      UpdaterKind kind, Function<IUpdater, MultiLayerNetwork> network) {
    assertFollowsReference(
        network.apply(kind.usual()), network.apply(ReferenceTraining.PLAIN), kind.usualReference());
  }

  private static void assertFollowsReference(
      MultiLayerNetwork network, MultiLayerNetwork twin, ReferenceUpdater updater) {
    double usualRate = network.getLearningRate(network.getnLayers() - 1);
    ReferenceTraining reference = ReferenceTraining.of(twin, updater);
    for (int i = 0; i < STEPS; i++) {
      network.fit(Networks.batch(i % 7));
      twin.fit(Networks.batch(i % 7));
      reference.assertSameAs(network, network.getLearningRate(0));
    }
    assertThat(network.getLearningRate(network.getnLayers() - 1)).isNotEqualTo(usualRate);
  }

  private static List<UpdaterBlock> hypergradientBlocks(MultiLayerNetwork network) {
    return ((MultiLayerUpdater) network.getUpdater())
        .getUpdaterBlocks().stream()
            .filter(b -> b.getGradientUpdater().getConfig() instanceof HypergradientUpdater)
            .toList();
  }
}
