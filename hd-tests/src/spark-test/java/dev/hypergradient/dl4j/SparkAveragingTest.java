package dev.hypergradient.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.AdamHd;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.fixtures.LocalSpark;
import dev.hypergradient.fixtures.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J's ParameterAveragingTrainingMaster averages α with the rest of the updater state. */
class SparkAveragingTest {

  private static final int THREADS = 4;
  private static final int BATCH = 3;
  private static final int STEPS = 2;
  private static final int SPLITS = 4;
  private static final double HYPER_LEARNING_RATE = 1e-3;

  /**
   * Both sides compute 8 steps in double precision, where rounding (2e-16) hardly grows; the
   * averages of a state differ from those of its elements by less.
   */
  private static final double TOLERANCE = 1e-12;

  private static JavaSparkContext context;

  @BeforeAll
  static void start() {
    context = LocalSpark.start(THREADS);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  /** Expected values: {@link AveragedWeight}, which knows neither DL4J nor the updater. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void rateIsTheMeanOfTheWorkers(int workers) {
    MultiLayerNetwork network = oneWeight(0);
    AveragedWeight expected = expectation(network, 0, true);
    SparkDl4jMultiLayer cluster = cluster(network, workers, STEPS, true);
    for (int split = 0; split < SPLITS; split++) {
      train(cluster, expected, batches(workers, split));
      assertThat(rate(network))
          .as("learning rate after split %d", split)
          .isCloseTo(expected.learningRate(), within(TOLERANCE))
          .isNotZero();
      assertThat(network.params().getDouble(0))
          .as("weight after split %d", split)
          .isCloseTo(expected.weight(), within(TOLERANCE));
    }
  }

  /** DL4J's default, saveUpdater(false), throws the learned rate away at every averaging. */
  @Test
  void withoutTheUpdaterTheRateStartsAfresh() {
    double initial = 0.01;
    MultiLayerNetwork network = oneWeight(initial);
    AveragedWeight expected = expectation(network, initial, false);
    SparkDl4jMultiLayer cluster = cluster(network, 2, STEPS, false);
    for (int split = 0; split < SPLITS; split++) {
      double before = network.params().getDouble(0);
      train(cluster, expected, batches(2, split));
      assertThat(rate(network)).isEqualTo(initial);
      assertThat(network.params().getDouble(0))
          .as("weight after split %d", split)
          .isCloseTo(expected.weight(), within(TOLERANCE))
          .isNotEqualTo(before);
    }
  }

  /** From rate 0 the first step moves nothing; without the updater every step is a first one. */
  @Test
  void withoutTheUpdaterNothingIsLearnedFromRateZero() {
    MultiLayerNetwork network = oneWeight(0);
    double initial = network.params().getDouble(0);
    SparkDl4jMultiLayer cluster = cluster(network, 2, 1, false);
    for (List<List<double[][]>> split : List.of(batches(2, 0), batches(2, 1))) {
      cluster.fit(context.parallelize(inOrder(split), 2));
    }
    assertThat(network.params().getDouble(0)).isEqualTo(initial);
  }

  /**
   * The states of three blocks, with the places of their gradients, survive the averaging. Expected
   * values: clones trained on the partitions, averaged here.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void blocksKeepOneRate(int workers) {
    MultiLayerNetwork network = Networks.threeBlocks(new AdamHd(0, HYPER_LEARNING_RATE));
    MultiLayerNetwork expected = network.clone();
    SparkDl4jMultiLayer cluster =
        new SparkDl4jMultiLayer(
            context, network, LocalSpark.averaging(workers, Networks.EXAMPLES, STEPS, true));
    for (int split = 0; split < SPLITS; split++) {
      List<DataSet> batches = new ArrayList<>();
      for (int i = 0; i < workers * STEPS; i++) {
        batches.add(Networks.batch(100L * split + i));
      }
      cluster.fit(context.parallelize(batches, workers));
      trainClones(expected, batches, workers);
      assertThat(rate(network)).isCloseTo(rate(expected), within(TOLERANCE)).isNotZero();
      assertThat(network.params().distance2(expected.params())).isLessThan(TOLERANCE);
    }
  }

  private static void trainClones(MultiLayerNetwork network, List<DataSet> batches, int workers) {
    INDArray params = network.params().like();
    INDArray state = network.updaterState().like();
    for (int worker = 0; worker < workers; worker++) {
      MultiLayerNetwork clone = network.clone();
      for (DataSet batch : batches.subList(worker * STEPS, (worker + 1) * STEPS)) {
        clone.fit(batch);
      }
      params.addi(clone.params());
      state.addi(clone.updaterState());
    }
    network.setParams(params.divi(workers));
    network.getUpdater().getStateViewArray().assign(state.divi(workers));
    network.setIterationCount(network.getIterationCount() + STEPS);
  }

  private static void train(
      SparkDl4jMultiLayer cluster, AveragedWeight expected, List<List<double[][]>> split) {
    cluster.fit(context.parallelize(inOrder(split), split.size()));
    expected.train(split);
  }

  /** A network ŷ = w x with the loss mean (ŷ − y)². */
  private static MultiLayerNetwork oneWeight(double learningRate) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            Networks.configuration(new AdamHd(learningRate, HYPER_LEARNING_RATE))
                .list()
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .hasBias(false)
                        .nOut(1)
                        .build())
                .setInputType(InputType.feedForward(1))
                .build());
    network.init();
    return network;
  }

  private static AveragedWeight expectation(
      MultiLayerNetwork network, double initialRate, boolean saveUpdater) {
    return new AveragedWeight(
        network.params().getDouble(0), initialRate, HYPER_LEARNING_RATE, saveUpdater);
  }

  private static SparkDl4jMultiLayer cluster(
      MultiLayerNetwork network, int workers, int frequency, boolean saveUpdater) {
    return new SparkDl4jMultiLayer(
        context, network, LocalSpark.averaging(workers, BATCH, frequency, saveUpdater));
  }

  private static double rate(MultiLayerNetwork network) {
    return Hypergradients.of(network).getLearningRate();
  }

  /** As many batches as fit between two averagings: DL4J neither splits nor shuffles them. */
  private static List<List<double[][]>> batches(int workers, int split) {
    Random random = new Random(split);
    List<List<double[][]>> all = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      List<double[][]> own = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        double[][] batch = new double[BATCH][];
        for (int i = 0; i < BATCH; i++) {
          double x = random.nextGaussian();
          batch[i] = new double[] {x, 3 * x + random.nextGaussian()};
        }
        own.add(batch);
      }
      all.add(own);
    }
    return all;
  }

  private static List<DataSet> inOrder(List<List<double[][]>> batchesOfWorkers) {
    return batchesOfWorkers.stream()
        .flatMap(List::stream)
        .map(
            batch -> {
              INDArray pairs = Nd4j.createFromArray(batch);
              return new DataSet(pairs.getColumn(0, true).dup(), pairs.getColumn(1, true).dup());
            })
        .toList();
  }
}
