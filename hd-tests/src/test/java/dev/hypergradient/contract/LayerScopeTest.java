package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.HypergradientListener;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A learning rate for each layer. */
class LayerScopeTest {

  private static final int STEPS = 8;
  private static final double PULL = 0.3;

  @TempDir private Path folder;

  private static HypergradientUpdater perLayer(UpdaterKind kind, double pull) {
    return kind.usual(
        o -> o.learningRateScope(LearningRateScope.LAYER).networkPull(pull).maxSkippedSteps(3));
  }

  private static void train(MultiLayerNetwork network, int from, int to) {
    for (int i = from; i < to; i++) {
      network.fit(Networks.batch(i));
    }
  }

  private static double[] rates(List<Hypergradients> layers) {
    return layers.stream().mapToDouble(Hypergradients::getLearningRate).toArray();
  }

  /** Layers with different options learn a rate each, so layer scope must give the same. */
  @ParameterizedTest
  @EnumSource
  void equalsDifferentConfigurationsForEachLayer(UpdaterKind kind) {
    MultiLayerNetwork layers = Networks.mlp(perLayer(kind, 0));
    MultiLayerNetwork blocks = Networks.mlp(kind.usual());
    MultiLayerConfiguration configuration = blocks.getLayerWiseConfigurations();
    for (int i = 0; i < blocks.getnLayers(); i++) {
      int maxSkippedSteps = 20 + i;
      ((BaseLayer) configuration.getConf(i).getLayer())
          .setIUpdater(kind.usual(o -> o.maxSkippedSteps(maxSkippedSteps)));
    }
    blocks.setUpdater(null);
    train(layers, 0, STEPS);
    train(blocks, 0, STEPS);
    assertThat(layers.params()).isEqualTo(blocks.params());
    assertThat(rates(Hypergradients.allOf(layers)))
        .containsExactly(rates(Hypergradients.allOf(blocks)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theListenerShowsEachLayer() {
    MultiLayerNetwork network = Networks.mlp(perLayer(UpdaterKind.SGD, 0));
    List<List<String>> names = new ArrayList<>();
    network.addListeners(
        HypergradientListener.ofAll(all -> all.forEach(layer -> names.add(layer.getLayers()))));
    train(network, 0, 1);
    assertThat(names)
        .containsExactlyElementsOf(
            IntStream.range(0, network.getnLayers()).mapToObj(i -> List.of("layer" + i)).toList());
  }

  @Test
  void batchNormalisationIsALayerToo() {
    MultiLayerNetwork network = Networks.threeBlocks(perLayer(UpdaterKind.ADAM, 0));
    train(network, 0, STEPS);
    assertThat(Hypergradients.allOf(network)).hasSize(5);
  }

  /**
   * The formula, from the hypergradients that are shown. Rates about 0.1 and a few operations in
   * double precision: 1e-15.
   */
  @Test
  void rateIsPulledTowardsTheMean() {
    MultiLayerNetwork network = Networks.threeBlocks(perLayer(UpdaterKind.SGD, PULL));
    train(network, 0, 1);
    for (int t = 1; t < STEPS; t++) {
      double[] before = rates(Hypergradients.allOf(network));
      double mean =
          IntStream.range(0, before.length).mapToDouble(i -> before[i]).average().orElse(0);
      train(network, t, t + 1);
      List<Hypergradients> after = Hypergradients.allOf(network);
      for (int i = 0; i < before.length; i++) {
        double free = before[i] + UpdaterKind.SGD.usualHyperRate * after.get(i).getHypergradient();
        assertThat(rates(after)[i])
            .as("layer %d after step %d", i, t)
            .isEqualTo((1 - PULL) * free + PULL * mean, within(1e-15));
      }
      assertThat(rates(after)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void resumesBitForBit(UpdaterKind kind) throws IOException {
    MultiLayerNetwork network = Networks.threeBlocks(perLayer(kind, PULL));
    train(network, 0, STEPS);
    File file = folder.resolve("network.zip").toFile();
    network.save(file, true);
    MultiLayerNetwork restored = MultiLayerNetwork.load(file, true);
    MultiLayerNetwork cloned = network.clone();
    for (MultiLayerNetwork each : List.of(network, restored, cloned)) {
      train(each, STEPS, 2 * STEPS);
    }
    Bitwise.assertEqual(restored.params(), network.params());
    Bitwise.assertEqual(cloned.params(), network.params());
  }

  @Test
  void aConfigurationIsThatOfItsLayer() {
    HypergradientUpdater updater = perLayer(UpdaterKind.ADAM, PULL);
    assertThat(updater.clone()).isNotEqualTo(updater);
    MultiLayerConfiguration network = Networks.mlp(updater).getLayerWiseConfigurations();
    assertThat(MultiLayerConfiguration.fromJson(network.toJson())).isEqualTo(network);
    assertThat(MultiLayerConfiguration.fromYaml(network.toYaml())).isEqualTo(network);
  }

  @Test
  void pullNeedsLayers() {
    assertThatThrownBy(() -> UpdaterKind.SGD.usual(o -> o.networkPull(0.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("networkPull needs learningRateScope LAYER, got 0.1 with NETWORK");
    assertThatThrownBy(() -> UpdaterKind.SGD.usual(o -> o.networkPull(1.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("networkPull must be in [0, 1], got 1.1");
  }
}
