package dev.hypergradient.contract;

import static dev.hypergradient.hyper.Hyperparameter.BETA1;
import static dev.hypergradient.hyper.Hyperparameter.EPSILON;
import static dev.hypergradient.hyper.Hyperparameter.LEARNING_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.AdamHd;
import dev.hypergradient.HypergradientListener;
import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.hyper.HyperSgd;
import dev.hypergradient.hyper.LevelValues;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

/** The read API shows every level of what a network has learned, and changes nothing. */
class HypergradientsTest {

  private static final HypergradientUpdater TOWER =
      AdamHd.builder()
          .learningRate(0.01)
          .learn(LEARNING_RATE, BETA1)
          .hyperOptimizer(new HyperSgd(1e-5, new HyperSgd(1e-12)))
          .build();

  @Test
  void showsEveryLevel() {
    MultiLayerNetwork network = Networks.threeBlocks(TOWER);
    List<LevelValues> before = Hypergradients.of(network).getLevels();
    assertThat(before)
        .extracting(LevelValues::getOptimizer)
        .containsExactly("AdamHd", "HyperSgd", "HyperSgd");
    assertThat(before.get(0).getLearned()).containsExactlyInAnyOrder(LEARNING_RATE, BETA1);
    assertThat(before.get(0).getValue(BETA1)).isCloseTo(0.9, within(1e-15)); // through tanh
    assertThat(before.get(1).getValue(LEARNING_RATE)).isEqualTo(1e-5);

    for (int i = 0; i < 5; i++) {
      network.fit(Networks.batch(i));
    }
    List<LevelValues> after = Hypergradients.of(network).getLevels();
    assertThat(after.get(0).getValue(LEARNING_RATE))
        .isEqualTo(network.getLearningRate(0))
        .isNotEqualTo(0.01);
    assertThat(after.get(0).getValue(BETA1)).isNotEqualTo(before.get(0).getValue(BETA1));
    assertThat(after.get(0).getValue(EPSILON)).isEqualTo(1e-8);
    assertThat(after.get(1).getValue(LEARNING_RATE)).isNotEqualTo(1e-5);
    assertThat(after.get(2).getValue(LEARNING_RATE)).isEqualTo(1e-12);
  }

  /** α changes by β·h; steps so small that the gradient of the same batch hardly turns. */
  @Test
  void listenerHearsHypergradientAndCosine() {
    List<Hypergradients> heard = new ArrayList<>();
    MultiLayerNetwork network = Networks.threeBlocks(new SgdHd(1e-4, 1e-6));
    network.addListeners(new HypergradientListener(heard::add));
    double before = 0;
    double after = 0;
    for (int i = 0; i < 3; i++) {
      before = network.getLearningRate(0);
      network.fit(Networks.batch(0));
      after = network.getLearningRate(0);
    }
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0).getHypergradient()).isZero();
    assertThat(heard.get(0).getCosine()).isNaN();
    assertThat(1e-6 * heard.get(2).getHypergradient()).isCloseTo(after - before, within(1e-18));
    assertThat(heard.get(2).getCosine()).isBetween(0.99, 1.0);
    assertThat(heard.get(2).getSkippedSteps()).isZero();
  }

  @Test
  void listenerHasNoPartInTraining() {
    MultiLayerNetwork watched = Networks.threeBlocks(TOWER);
    watched.addListeners(new HypergradientListener(learned -> {}));
    MultiLayerNetwork alone = Networks.threeBlocks(TOWER);
    for (int i = 0; i < 10; i++) {
      watched.fit(Networks.batch(i));
      alone.fit(Networks.batch(i));
    }
    assertThat(watched.params()).isEqualTo(alone.params());
    assertThat(watched.updaterState()).isEqualTo(alone.updaterState());
  }

  @Test
  void graph() {
    ComputationGraph network = Networks.graph(TOWER);
    network.fit(Networks.batch(0));
    assertThat(Hypergradients.of(network).getLevels().get(0).getValue(LEARNING_RATE))
        .isEqualTo(network.getLearningRate("out"));
  }

  @Test
  void layerScopeHasSeveralSets() {
    MultiLayerNetwork network =
        Networks.threeBlocks(
            SgdHd.builder()
                .hyperLearningRate(0.1)
                .learningRateScope(LearningRateScope.LAYER)
                .build());
    assertThat(Hypergradients.allOf(network)).hasSize(5);
    assertThatThrownBy(() -> Hypergradients.of(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "network must have one set of learned hyperparameters, got 5, of the layers"
                + " [[layer0], [layer1], [layer2], [layer3], [layer4]]: ask for all of them");
  }

  @Test
  void textBeginsWithTheLearningRate() {
    MultiLayerNetwork network = Networks.mlp(new SgdHd(0.25, 1e-6));
    Hypergradients learned = Hypergradients.of(network);
    assertThat(learned.getLearningRate()).isEqualTo(0.25);
    assertThat(learned.toString())
        .startsWith(
            "Hypergradients{learningRate=0.25, hypergradient=0.0, cosine=NaN, skippedSteps=0")
        .contains("layers=" + learned.getLayers(), "levels=" + learned.getLevels());
  }

  /** As in models that DL4J 0.5 to 0.7 saved. */
  @Test
  void layersNeedNoNames() {
    MultiLayerNetwork network = Networks.threeBlocks(new SgdHd(0.1, 1e-6));
    for (int i = 0; i < network.getnLayers(); i++) {
      network.getLayer(i).conf().getLayer().setLayerName(null);
    }
    List<Hypergradients> heard = new ArrayList<>();
    network.addListeners(new HypergradientListener(heard::add));
    network.fit(Networks.batch(0));
    assertThat(heard.get(0).getLayers())
        .containsExactly("layer0", "layer1", "layer2", "layer3", "layer4");
    assertThat(Hypergradients.parameterName(network, 0)).isEqualTo("layer0 W");
  }

  @Test
  void otherUpdatersHaveNone() {
    MultiLayerNetwork network = Networks.mlp(new Sgd(0.1));
    assertThat(Hypergradients.allOf(network)).isEmpty();
    assertThatThrownBy(() -> Hypergradients.of(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "network must learn its learning rate by a HypergradientUpdater, got the updaters"
                + " [Sgd]");
  }

  /**
   * 5 inputs and 6 units: 30 weights, 6 biases; then batch normalisation's γ, β, mean, variance.
   */
  @Test
  void namesTheLayerOfAParameter() {
    MultiLayerNetwork network = Networks.threeBlocks(TOWER);
    assertThat(Hypergradients.parameterName(network, 0)).isEqualTo("layer0 W");
    assertThat(Hypergradients.parameterName(network, 29)).isEqualTo("layer0 W");
    assertThat(Hypergradients.parameterName(network, 30)).isEqualTo("layer0 b");
    assertThat(Hypergradients.parameterName(network, 36)).isEqualTo("layer1 gamma");
    assertThat(Hypergradients.parameterName(network, network.numParams() - 1))
        .isEqualTo("layer4 b");
    assertThatThrownBy(() -> Hypergradients.parameterName(network, network.numParams()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("index must be in [0, ");
  }
}
