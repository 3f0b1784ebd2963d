package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.LearningRateScope;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * What DL4J changes beside the gradients, running statistics and centres, stays as it is if a step
 * is skipped.
 */
class RunningStatisticsTest {

  static Stream<List<Layer>> layers() {
    BatchNormalization locked = new BatchNormalization.Builder().lockGammaBeta(true).build();
    return Stream.of(
        List.of(new BatchNormalization(), Networks.dense(), Networks.output()),
        List.of(locked, Networks.dense(), Networks.output()),
        List.of(Networks.dense(), new BatchNormalization(), Networks.output()),
        List.of(Networks.dense(), new BatchNormalization(), centerLoss()));
  }

  private static Layer centerLoss() {
    return new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
        .activation(Activation.SOFTMAX)
        .nOut(Networks.CLASSES)
        .build();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void staysAsItIs(List<Layer> layers) {
    MultiLayerNetwork network =
        Networks.sequence(new SgdHd(0.1, 0.01), o -> {}, layers.toArray(new Layer[0]));
    assertSkips(network, bad(0));
    network.fit(Networks.batch(1));
    network.fit(Networks.batch(2));
    assertSkips(network, bad(3));
    assertSkips(network, bad(4));
    network.fit(Networks.batch(5));
    assertFinite(network.output(Networks.batch(6).getFeatures()));
  }

  private static void assertSkips(MultiLayerNetwork network, DataSet bad) {
    INDArray before = network.params().dup();
    network.fit(bad);
    assertThat(network.params().toDoubleVector()).containsExactly(before.toDoubleVector());
  }

  @ParameterizedTest
  @EnumSource
  void staysAsItIsInAGraph(UpdaterKind kind) {
    ComputationGraph network = Networks.graph(kind.usual());
    network.fit(Networks.batch(1));
    INDArray before = network.params().dup();
    network.fit(bad(2));
    assertThat(network.params().toDoubleVector()).containsExactly(before.toDoubleVector());
    network.fit(Networks.batch(3));
    assertFinite(network.outputSingle(Networks.batch(4).getFeatures()));
  }

  private static DataSet bad(long seed) {
    DataSet batch = Networks.batch(seed);
    batch.getFeatures().putScalar(0, 0, Double.NaN);
    return batch;
  }

  private static void assertFinite(INDArray output) {
    assertThat(output.sumNumber().doubleValue()).isFinite();
  }

  /** The skipped layer must not take the step of another that has its own rate. */
  @Test
  void layersWithFiniteGradientsStepByTheirOwnRate() {
    IUpdater updater =
        SgdHd.builder()
            .learningRate(0.1)
            .hyperLearningRate(0.01)
            .learningRateScope(LearningRateScope.LAYER)
            .build();
    Layer[] layers = {
      Networks.dense(), new BatchNormalization(), Networks.dense(), Networks.output()
    };
    MultiLayerNetwork network = Networks.sequence(updater, o -> {}, layers);
    MultiLayerNetwork untroubled = Networks.sequence(updater, o -> {}, layers);
    for (int i = 0; i < 2; i++) {
      network.fit(Networks.batch(i));
      untroubled.fit(Networks.batch(i));
    }
    String[] skipped = {"2_W", "2_b", "1_mean", "1_log10stdev"};
    List<INDArray> before = Stream.of(skipped).map(name -> network.getParam(name).dup()).toList();
    network.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onGradientCalculation(Model model) {
            model.gradient().getGradientFor("2_W").putScalar(0, Double.NaN);
          }
        });
    network.fit(Networks.batch(2));
    untroubled.fit(Networks.batch(2));
    assertThat(Stream.of(skipped).map(network::getParam).toList()).isEqualTo(before);
    for (String stepped : new String[] {"0_W", "0_b", "1_gamma", "3_W", "3_b"}) {
      assertThat(network.getParam(stepped)).as(stepped).isEqualTo(untroubled.getParam(stepped));
    }
  }
}
