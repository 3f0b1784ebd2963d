package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.hypergradient.Hypergradients;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.TwoWorkers;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.reference.ReferenceUpdater;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.parallelism.ParallelWrapper.TrainingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Workers that share their updates: each learns its own rate, from its own gradients and
 * directions.
 */
@Timeout(value = 60, threadMode = SEPARATE_THREAD) // workers ignore interrupts while they wait
class SharedGradientsTest {

  private static final int MINIBATCHES = 20;

  @ParameterizedTest
  @EnumSource
  void eachWorkerLearnsARateOfItsOwn(UpdaterKind kind) throws Exception {
    MultiLayerNetwork network = Networks.mlp(kind.usual());
    double before = network.score(Networks.batch(0));
    RateOfOwnGradients listener = new RateOfOwnGradients(kind);
    network.addListeners(listener);
    fit(network);

    assertThat(listener.actual).hasSize(2);
    listener.actual.forEach(
        (worker, rate) -> {
          double expected = listener.references.get(worker).learningRate();
          assertThat(rate).isCloseTo(expected, within(1e-12)).isNotEqualTo(kind.usualRate);
        });
    assertThat(listener.actual.values()).doesNotHaveDuplicates();
    assertThat(network.score(Networks.batch(0))).isLessThan(before);
  }

  /** The first worker is the network itself; DL4J leaves its connection to the others in place. */
  @Test
  void aGraphIsLeftWithTheFirstWorkersRate() throws Exception {
    ComputationGraph network = Networks.graph(UpdaterKind.ADAM.usual());
    fit(network);
    double rate = rate(network);
    assertThat(rate).isNotEqualTo(UpdaterKind.ADAM.usualRate);
    network.setGradientsAccumulator(null); // or it waits for the other workers forever
    network.fit(Networks.batch(50));
    assertThat(rate(network)).isNotEqualTo(rate);
  }

  @Test
  void aMultiLayerNetworkLosesItsUpdater() throws Exception {
    MultiLayerNetwork network = Networks.threeBlocks(UpdaterKind.ADAM.usual());
    INDArray untrained = network.updaterState().dup();
    fit(network);
    Bitwise.assertEqual(network.updaterState(), untrained);
  }

  private static void fit(Model network) throws Exception {
    List<DataSet> batches =
        IntStream.range(0, MINIBATCHES).mapToObj(i -> Networks.batch(i % 3)).toList();
    TwoWorkers.fit(
        network, options -> options.trainingMode(TrainingMode.SHARED_GRADIENTS), batches);
  }

  private static double rate(Model network) {
    return Hypergradients.of(network).getLearningRate();
  }

  /** Feeds each worker's gradients to a reference updater of its own. */
  private static final class RateOfOwnGradients extends BaseTrainingListener {

    final Map<Model, ReferenceUpdater> references =
        Collections.synchronizedMap(new IdentityHashMap<>());
    final Map<Model, Double> actual = Collections.synchronizedMap(new IdentityHashMap<>());
    private final UpdaterKind kind;

    RateOfOwnGradients(UpdaterKind kind) {
      this.kind = kind;
    }

    @Override
    public void onGradientCalculation(Model worker) {
      double[] gradient = worker.gradient().gradient().div(Networks.EXAMPLES).toDoubleVector();
      references
          .computeIfAbsent(worker, w -> kind.usualReference())
          .step(new double[gradient.length], gradient);
    }

    @Override
    public void iterationDone(Model worker, int iteration, int epoch) {
      actual.put(worker, rate(worker));
    }
  }
}
