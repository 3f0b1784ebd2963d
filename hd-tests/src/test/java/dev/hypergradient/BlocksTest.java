package dev.hypergradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.reference.ReferenceSgdHd;
import java.util.List;
import java.util.function.Consumer;
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

/**
 * One learning rate for the whole network, however DL4J cuts it into updater blocks: every step
 * equals that of a reference updater that knows nothing of blocks.
 */
class BlocksTest {

  private static final int STEPS = 60;

  @ParameterizedTest
  @EnumSource
  void oneBlock(UpdaterKind kind) {
    MultiLayerNetwork network = Networks.mlp(kind.usual());
    assertThat(hypergradientBlocks(network)).hasSize(1);
    assertFollowsReference(network, kind);
  }

  @ParameterizedTest
  @EnumSource
  void batchNormalisation(UpdaterKind kind) {
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual());
    assertThat(hypergradientBlocks(network)).hasSize(3);
    assertFollowsReference(network, kind);
  }

  /** L1 and L2 reach the gradient of a block only when its turn comes. */
  @ParameterizedTest
  @EnumSource
  void batchNormalisationWithL1AndL2(UpdaterKind kind) {
    Consumer<NeuralNetConfiguration.Builder> options =
        builder -> builder.l1(0.002).l2(0.01).l2Bias(0.003);
    MultiLayerNetwork network = Networks.threeBlocks(kind.usual(), options);
    assertFollowsReference(network, kind);
  }

  /** Decoupled weight decay steps with the live learning rate. */
  @ParameterizedTest
  @EnumSource
  void batchNormalisationWithWeightDecay(UpdaterKind kind) {
    MultiLayerNetwork network =
        Networks.threeBlocks(kind.usual(), builder -> builder.weightDecay(0.01));
    assertFollowsReference(network, kind);
  }

  /** The norms, too, are those of the whole network. */
  @Test
  void multiplicativeRule() {
    double hyperLearningRate = 0.1;
    HypergradientUpdater updater =
        SgdHd.builder()
            .learningRate(0.1)
            .hyperLearningRate(hyperLearningRate)
            .learningRateRule(LearningRateRule.MULTIPLICATIVE)
            .build();
    MultiLayerNetwork network = Networks.threeBlocks(updater, builder -> builder.l2(0.01));
    var rule = dev.hypergradient.reference.LearningRateRule.multiplicative(hyperLearningRate);
    ReferenceTwin twin = new ReferenceTwin(network, new ReferenceSgdHd(0.1, rule, 0));
    for (int i = 0; i < STEPS; i++) {
      twin.step(Networks.batch(i % 7));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherUpdaterInBetween(UpdaterKind kind) {
    MultiLayerNetwork network =
        Networks.sequence(
            kind.usual(),
            options -> {},
            Networks.dense(),
            new DenseLayer.Builder().nOut(4).updater(new Adam(1e-3)).build(),
            Networks.output());
    assertThat(hypergradientBlocks(network)).hasSize(2);
    assertFollowsReference(network, kind);
  }

  @ParameterizedTest
  @EnumSource
  void frozenLayerInBetween(UpdaterKind kind) {
    MultiLayerNetwork network =
        Networks.sequence(
            kind.usual(),
            options -> {},
            Networks.dense(),
            new FrozenLayer(Networks.dense()),
            Networks.dense(),
            Networks.output());
    assertThat(hypergradientBlocks(network)).hasSize(2);
    assertFollowsReference(network, kind);
  }

  /** The decoder's block is not trained in supervised training and must not count. */
  @ParameterizedTest
  @EnumSource
  void variationalAutoencoder(UpdaterKind kind) {
    MultiLayerNetwork network =
        Networks.sequence(
            kind.usual(),
            options -> {},
            new VariationalAutoencoder.Builder()
                .nOut(4)
                .encoderLayerSizes(6)
                .decoderLayerSizes(6)
                .build(),
            Networks.output());
    assertThat(hypergradientBlocks(network)).hasSize(3);
    assertFollowsReference(network, kind);
  }

  @Test
  void pretrainingLearnsItsOwnRate() {
    MultiLayerNetwork network =
        Networks.sequence(
            UpdaterKind.SGD.usual(),
            options -> {},
            new VariationalAutoencoder.Builder()
                .nOut(4)
                .encoderLayerSizes(6)
                .decoderLayerSizes(6)
                .build(),
            Networks.output());
    for (int i = 0; i < 3; i++) {
      network.pretrainLayer(0, Networks.batch(i).getFeatures());
    }
    assertThat(network.params().sumNumber().doubleValue()).isFinite();
    assertFollowsReference(network, UpdaterKind.SGD);
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

  @ParameterizedTest
  @EnumSource
  void blockScopeLearnsARateForEachBlock(UpdaterKind kind) {
    MultiLayerNetwork network =
        Networks.threeBlocks(kind.usual(o -> o.learningRateScope(LearningRateScope.BLOCK)));
    for (int i = 0; i < 5; i++) {
      network.fit(Networks.batch(i));
    }
    assertThat(hypergradientBlocks(network))
        .extracting(block -> block.getGradientUpdater().getConfig().getLearningRate(5, 0))
        .doesNotHaveDuplicates()
        .doesNotContain(kind.usualRate);
  }

  /** With one block there is no difference between the scopes. */
  @ParameterizedTest
  @EnumSource
  void blockScopeOfASingleBlockIsTheNetwork(UpdaterKind kind) {
    assertFollowsReference(
        Networks.mlp(kind.usual(o -> o.learningRateScope(LearningRateScope.BLOCK))), kind);
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

  private static void assertFollowsReference(MultiLayerNetwork network, UpdaterKind kind) {
    ReferenceTwin twin = new ReferenceTwin(network, kind.usualReference());
    for (int i = 0; i < STEPS; i++) {
      twin.step(Networks.batch(i % 7));
    }
    assertThat(network.getLearningRate(network.getnLayers() - 1)).isNotEqualTo(kind.usualRate);
  }

  private static List<UpdaterBlock> hypergradientBlocks(MultiLayerNetwork network) {
    return ((MultiLayerUpdater) network.getUpdater())
        .getUpdaterBlocks().stream()
            .filter(b -> b.getGradientUpdater().getConfig() instanceof HypergradientUpdater)
            .toList();
  }
}
