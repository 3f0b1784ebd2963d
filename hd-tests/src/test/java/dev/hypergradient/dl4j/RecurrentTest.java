package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.ReferenceTraining;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;

/** Recurrent networks: masked series, and an iteration for each segment of truncated BPTT. */
class RecurrentTest {

  private static final int TIME_STEPS = 10;
  private static final int SEGMENT = 4;
  private static final int SEGMENTS = 3;
  private static final int BATCHES = 4;

  @ParameterizedTest
  @EnumSource
  void truncatedBpttOfMaskedSeries(UpdaterKind kind) {
    MultiLayerNetwork network = truncated(kind.usual());
    MultiLayerNetwork twin = truncated(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < BATCHES; i++) {
      network.fit(series(i));
      twin.fit(series(i));
      reference.assertSameAs(network);
    }
    assertThat(network.getIterationCount()).isEqualTo(BATCHES * SEGMENTS);
    assertThat(reference.iterations()).isEqualTo(BATCHES * SEGMENTS);
    assertThat(network.getLearningRate(0)).isNotEqualTo(kind.usualRate);
  }

  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void truncatedBpttOfAGraph(UpdaterKind kind) {
    ComputationGraph network = truncatedGraph(kind.usual());
    ComputationGraph twin = truncatedGraph(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < BATCHES; i++) {
      network.fit(series(i));
      twin.fit(series(i));
      reference.assertSameAs(network);
    }
    assertThat(network.getIterationCount()).isEqualTo(BATCHES * SEGMENTS);
  }

  /**
   * Layers that wrap others train like all others, but DL4J's {@code getLearningRate(layer)} knows
   * no rate of theirs: {@link Hypergradients} does.
   */
  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM"})
  void wrappedLayers(UpdaterKind kind) {
    MultiLayerNetwork network = wrapped(kind.usual());
    MultiLayerNetwork twin = wrapped(ReferenceTraining.PLAIN);
    ReferenceTraining reference = ReferenceTraining.of(twin, kind.usualReference());
    for (int i = 0; i < BATCHES; i++) {
      network.fit(classifiedSeries(i));
      twin.fit(classifiedSeries(i));
      reference.assertSameAs(network);
    }
    assertThat(network.getLearningRate(0)).isNull();
    assertThat(network.getLearningRate(2))
        .isEqualTo(Hypergradients.of(network).getLearningRate())
        .isNotEqualTo(kind.usualRate);
  }

  /** DL4J sets the rate in the configurations of all layers but these. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void wrappedLayersHaveTheRateThatWasSet(int stepsBefore) {
    MultiLayerNetwork network = wrapped(UpdaterKind.ADAM.usual());
    for (int i = 0; i < stepsBefore; i++) {
      network.fit(classifiedSeries(i));
    }
    network.setLearningRate(0.05);
    assertThat(Hypergradients.of(network).getLearningRate()).isEqualTo(0.05);
    network.fit(classifiedSeries(9));
    network.setLearningRate(new FixedSchedule(0.5));
    network.fit(classifiedSeries(10));
    assertThat(network.getLearningRate(2))
        .isEqualTo(0.5 * Hypergradients.of(network).getLearningRate());
    network.setUpdater(null);
    assertThat(Hypergradients.of(network).getLearningRate()).isEqualTo(0.05);
  }

  private static MultiLayerNetwork truncated(IUpdater updater) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            Networks.configuration(updater)
                .list()
                .layer(new LSTM.Builder().nOut(4).build())
                .layer(output())
                .setInputType(InputType.recurrent(Networks.INPUTS))
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(SEGMENT)
                .build());
    network.init();
    return network;
  }

  private static ComputationGraph truncatedGraph(IUpdater updater) {
    ComputationGraph network =
        new ComputationGraph(
            Networks.configuration(updater)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(Networks.INPUTS))
                .addLayer("left", new LSTM.Builder().nOut(3).build(), "in")
                .addLayer("right", new SimpleRnn.Builder().nOut(3).build(), "in")
                .addLayer("out", output(), "left", "right")
                .setOutputs("out")
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(SEGMENT)
                .build());
    network.init();
    return network;
  }

  private static MultiLayerNetwork wrapped(IUpdater updater) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            Networks.configuration(updater)
                .list()
                .layer(new Bidirectional(new LSTM.Builder().nOut(3).build()))
                .layer(new LastTimeStep(new SimpleRnn.Builder().nOut(4).build()))
                .layer(Networks.output())
                .setInputType(InputType.recurrent(Networks.INPUTS))
                .build());
    network.init();
    return network;
  }

  private static RnnOutputLayer output() {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .activation(Activation.SOFTMAX)
        .nOut(Networks.CLASSES)
        .build();
  }

  /** Series of different lengths, with a class for each of their steps. */
  private static DataSet series(int seed) {
    Random random = new Random(seed);
    INDArray features = Nd4j.zeros(DataType.DOUBLE, 4, Networks.INPUTS, TIME_STEPS);
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, 4, Networks.CLASSES, TIME_STEPS);
    INDArray mask = Nd4j.zeros(DataType.DOUBLE, 4, TIME_STEPS);
    for (int example = 0; example < 4; example++) {
      int length = TIME_STEPS - 2 * example;
      for (int t = 0; t < length; t++) {
        for (int i = 0; i < Networks.INPUTS; i++) {
          features.putScalar(example, i, t, random.nextGaussian());
        }
        labels.putScalar(example, random.nextInt(Networks.CLASSES), t, 1);
        mask.putScalar(example, t, 1);
      }
    }
    return new DataSet(features, labels, mask, mask.dup());
  }

  /** The series of {@link #series}, with one class each. */
  private static DataSet classifiedSeries(int seed) {
    DataSet series = series(seed);
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, 4, Networks.CLASSES);
    for (int example = 0; example < 4; example++) {
      labels.putScalar(example, (seed + example) % Networks.CLASSES, 1);
    }
    return new DataSet(series.getFeatures(), labels, series.getFeaturesMaskArray(), null);
  }
}
