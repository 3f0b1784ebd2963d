package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.TwoWorkers;
import dev.hypergradient.fixtures.UpdaterKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.ParallelWrapper.TrainingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Workers that average their parameters and updater states average their learning rates. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // DL4J ignores interrupts while it waits
class ParallelAveragingTest {

  private static final int ROUNDS = 3;

  /** Means of two doubles, rounded in each round, and what the steps in between make of that. */
  private static final double ROUNDING = 1e-13;

  /** Two networks trained apart, and averaged by hand after every minibatch. */
  @ParameterizedTest
  @EnumSource(names = {"SGD", "ADAM", "RMS_PROP"})
  void averagedStatesAverageTheRate(UpdaterKind kind) throws Exception {
    ComputationGraph network = trainedGraph(kind);
    ComputationGraph one = copy(network);
    ComputationGraph two = copy(network);
    TwoWorkers.fit(network, averaging(true), minibatches());

    double mean = Double.NaN;
    for (int round = 0; round < ROUNDS; round++) {
      one.fit(minibatches().get(2 * round));
      two.fit(minibatches().get(2 * round + 1));
      assertThat(rate(one)).isNotEqualTo(rate(two));
      mean = mean(kind, rate(one), rate(two));
      average(one.params(), two.params());
      average(one.updaterState(), two.updaterState());
    }
    assertClose(network.params(), one.params());
    assertClose(network.updaterState(), one.updaterState());
    // A copy: the network's own updater shows the rate of its last step until the next one.
    assertThat(rate(copy(network))).isCloseTo(mean, within(ROUNDING));
  }

  /** RMSProp learns the square root of its rate, and that is what is averaged. */
  private static double mean(UpdaterKind kind, double one, double two) {
    return kind == UpdaterKind.RMS_PROP
        ? Math.pow((Math.sqrt(one) + Math.sqrt(two)) / 2, 2)
        : (one + two) / 2;
  }

  /** Without averaging of states the network is left with the first worker's. */
  @Test
  void ratesOfTheirOwn() throws Exception {
    ComputationGraph network = trainedGraph(UpdaterKind.ADAM);
    ComputationGraph one = copy(network);
    ComputationGraph two = copy(network);
    TwoWorkers.fit(network, averaging(false), minibatches());
    for (int round = 0; round < ROUNDS; round++) {
      one.fit(minibatches().get(2 * round));
      two.fit(minibatches().get(2 * round + 1));
      average(one.params(), two.params());
    }
    assertClose(network.params(), one.params());
    assertThat(rate(network)).isCloseTo(rate(one), within(ROUNDING));
    assertThat(Math.abs(rate(one) - rate(two))).isGreaterThan(ROUNDING);
  }

  /** Whatever the updater: DL4J's clear() at the end of fit() takes it away. */
  @Test
  void aMultiLayerNetworkLosesItsUpdater() throws Exception {
    for (IUpdater updater : List.of(UpdaterKind.NESTEROVS.usual(), new Nesterovs(0.05))) {
      MultiLayerNetwork network = Networks.threeBlocks(updater);
      INDArray untrained = network.updaterState().dup();
      TwoWorkers.fit(network, averaging(true), minibatches());
      Bitwise.assertEqual(network.updaterState(), untrained);
    }
  }

  /** The updater may be given back, so that the next fit() continues. */
  @Test
  void aMultiLayerNetworkCanKeepItsUpdater() throws Exception {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.ADAM.usual());
    MultiLayerNetwork one = network.clone();
    MultiLayerNetwork two = network.clone();
    for (int epoch = 0; epoch < 2; epoch++) {
      Updater updater = network.getUpdater();
      TwoWorkers.fit(network, averaging(true), minibatches());
      network.setUpdater(updater);
      for (int round = 0; round < ROUNDS; round++) {
        one.fit(minibatches().get(2 * round));
        two.fit(minibatches().get(2 * round + 1));
        average(one.params(), two.params());
        average(one.updaterState(), two.updaterState());
      }
    }
    assertClose(network.params(), one.params());
    assertClose(network.updaterState(), one.updaterState());
  }

  @Test
  void tooManyNonFiniteGradientsEndTraining() {
    ComputationGraph network =
        Networks.graph(UpdaterKind.ADAM.usual(options -> options.maxSkippedSteps(1)));
    DataSet bad = Networks.batch(1);
    bad.getLabels().putScalar(0, 0, Double.NaN);
    assertThatThrownBy(
            () -> TwoWorkers.fit(network, averaging(true), List.of(Networks.batch(0), bad)))
        .hasRootCauseInstanceOf(NonFiniteGradientException.class);
  }

  private static Consumer<ParallelWrapper.Builder<Model>> averaging(boolean updaters) {
    return builder -> {
      builder.trainingMode(TrainingMode.AVERAGING);
      builder.averagingFrequency(1);
      builder.averageUpdaters(updaters);
    };
  }

  private static List<DataSet> minibatches() {
    return IntStream.range(0, 2 * ROUNDS).mapToObj(i -> Networks.batch(10 + i)).toList();
  }

  private static ComputationGraph trainedGraph(UpdaterKind kind) {
    ComputationGraph network = Networks.graph(kind.usual());
    for (int i = 0; i < 4; i++) {
      network.fit(Networks.batch(i));
    }
    return network;
  }

  /** DL4J's clone of a graph forgets how many iterations it has trained. */
  private static ComputationGraph copy(ComputationGraph network) {
    ComputationGraph copy = network.clone();
    copy.getConfiguration().setIterationCount(network.getIterationCount());
    return copy;
  }

  private static void average(INDArray one, INDArray two) {
    one.addi(two).divi(2);
    two.assign(one);
  }

  private static void assertClose(INDArray actual, INDArray expected) {
    assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(ROUNDING);
  }

  private static double rate(Model network) {
    return Hypergradients.of(network).getLearningRate();
  }
}
