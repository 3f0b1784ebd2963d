package dev.hypergradient.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.HypergradientUpdater;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.LearningRateScope;
import dev.hypergradient.SgdHd;
import dev.hypergradient.fixtures.Bitwise;
import dev.hypergradient.fixtures.Networks;
import dev.hypergradient.fixtures.Serialised;
import dev.hypergradient.fixtures.TwoWorkers;
import dev.hypergradient.fixtures.UpdaterKind;
import dev.hypergradient.hyper.Hyperparameter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * {@code network.setLearningRate(x)} reaches that network and what is made from it, and no other,
 * though DL4J lets networks share the configurations that it is set in.
 */
class SetLearningRateTest {

  private static final double SET = 0.3;
  private static final double SET_ELSEWHERE = 0.7;
  private static final UpdaterKind KIND = UpdaterKind.NESTEROVS;

  /** Makes another network of a trained one, or sets rates. */
  private interface Scenario {
    MultiLayerNetwork apply(MultiLayerNetwork trained) throws Exception;
  }

  /** What leaves the trained network, or one made from it, with the rate that it has learned. */
  static Stream<Arguments> networksThatKeepTheirRate() {
    return Stream.of(
        scenario(
            "a clone's is set",
            a -> {
              a.clone().setLearningRate(SET);
              return a;
            }),
        scenario(
            "a clone's is set and trained with",
            a -> {
              trained(set(a.clone()));
              return a;
            }),
        scenario(
            "a clone of a clone's is set",
            a -> {
              MultiLayerNetwork clone = a.clone();
              set(clone.clone());
              return clone;
            }),
        scenario(
            "cloned before it is set",
            a -> {
              MultiLayerNetwork clone = a.clone();
              set(a);
              return clone;
            }),
        scenario(
            "cloned before it is set and trained with",
            a -> {
              MultiLayerNetwork clone = a.clone();
              trained(set(a));
              return clone;
            }),
        scenario(
            "best model in memory",
            a -> {
              InMemoryModelSaver<MultiLayerNetwork> saver = new InMemoryModelSaver<>();
              saver.saveBestModel(a, 0);
              trained(set(a));
              return saver.getBestModel();
            }),
        scenario(
            "a fine-tuned copy's is set",
            a -> {
              set(fineTuned(a, null));
              return a;
            }),
        scenario(
            "that of a copy fine-tuned with an updater is set",
            a -> {
              set(fineTuned(a, KIND.usual()));
              return a;
            }),
        scenario(
            "that of a graph made from it is set",
            a -> {
              a.toComputationGraph().setLearningRate(SET);
              return a;
            }),
        scenario(
            "another's with its configuration is set",
            a -> {
              MultiLayerNetwork other = new MultiLayerNetwork(a.getLayerWiseConfigurations());
              other.init();
              set(other);
              return a;
            }),
        scenario(
            "a clone's is set in one layer",
            a -> {
              a.clone().setLearningRate(2, SET);
              return a;
            }),
        scenario(
            "state put into a network built alike whose rate was set before",
            a -> {
              MultiLayerNetwork other = trained(set(KIND));
              putState(a.updaterState().dup(), a, other);
              return other.clone();
            }));
  }

  /** What leaves the network with the rate that was set last. */
  static Stream<Arguments> networksThatHaveTheRateThatWasSet() {
    return Stream.of(
        scenario("set", SetLearningRateTest::set),
        scenario("set twice", a -> set(set(a, SET_ELSEWHERE))),
        scenario("set to the same", a -> set(set(a))),
        scenario("set twice, with a step between", a -> set(trained(set(a, SET_ELSEWHERE)))),
        scenario("cloned after it was set", a -> set(a).clone()),
        scenario("cloned twice after it was set", a -> set(a).clone().clone()),
        scenario("saved after it was set", a -> saved(set(a))),
        scenario("saved twice after it was set", a -> saved(saved(set(a)))),
        scenario("serialised after it was set", a -> Serialised.copy(set(a)).clone()),
        scenario(
            "set while a clone's is set otherwise",
            a -> {
              MultiLayerNetwork clone = a.clone();
              set(a);
              set(clone, SET_ELSEWHERE);
              return a;
            }),
        scenario(
            "set in a clone while the original's is set otherwise",
            a -> {
              MultiLayerNetwork clone = a.clone();
              set(clone);
              set(a, SET_ELSEWHERE);
              return clone;
            }),
        scenario(
            "fine-tuned after it was set",
            a -> {
              MultiLayerNetwork tuned = fineTuned(set(a), null);
              assertThat(rate(tuned)).isEqualTo(SET);
              return a;
            }),
        scenario(
            "set in one layer",
            a -> {
              a.setLearningRate(2, SET);
              return a;
            }),
        scenario(
            "set in the last layer",
            a -> {
              a.setLearningRate(4, SET);
              return a;
            }),
        scenario("set before training", a -> set(KIND)),
        scenario(
            "set in one layer before training",
            a -> {
              MultiLayerNetwork network = Networks.threeBlocks(KIND.usual());
              network.setLearningRate(0, SET);
              return network;
            }),
        scenario(
            "set in one layer before training, then in all",
            a -> {
              MultiLayerNetwork network = Networks.threeBlocks(KIND.usual());
              network.setLearningRate(0, SET_ELSEWHERE);
              network.fit(Networks.batch(0));
              return set(network);
            }),
        scenario(
            "updater thrown away after it was set",
            a -> {
              set(a).setUpdater(null);
              a.getUpdater();
              return a;
            }),
        scenario(
            "saved without updater after it was set",
            a -> {
              ByteArrayOutputStream file = new ByteArrayOutputStream();
              ModelSerializer.writeModel(set(a), file, false);
              return ModelSerializer.restoreMultiLayerNetwork(
                  new ByteArrayInputStream(file.toByteArray()), false);
            }),
        scenario(
            "built from the configuration's text",
            a -> {
              String json = set(a).getLayerWiseConfigurations().toJson();
              MultiLayerNetwork network =
                  new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
              network.init();
              return network;
            }),
        scenario(
            "learning another hyperparameter",
            a -> set(trained(Networks.threeBlocks(learningMomentum())))),
        scenario(
            "saved while learning another hyperparameter",
            a -> saved(set(trained(Networks.threeBlocks(learningMomentum()))))),
        scenario(
            "a rate for each layer",
            a -> set(Networks.mlp(KIND.usual(o -> o.learningRateScope(LearningRateScope.LAYER))))));
  }

  private static Arguments scenario(String name, Scenario scenario) {
    return Arguments.of(name, scenario);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networksThatKeepTheirRate")
  void reachesNoOther(String name, Scenario scenario) throws Exception {
    MultiLayerNetwork untouched = trained();
    MultiLayerNetwork network = scenario.apply(trained());
    assertThat(rate(network)).isEqualTo(rate(untouched)).isNotEqualTo(KIND.usualRate);
    assertThat(rate(saved(network))).isEqualTo(rate(untouched));
    assertThat(rate(network.clone())).isEqualTo(rate(untouched));
    assertThat(rate(Serialised.copy(network))).isEqualTo(rate(untouched));
    for (MultiLayerNetwork each : List.of(network, saved(network), network.clone(), untouched)) {
      trained(each);
    }
    assertThat(rate(network)).isEqualTo(rate(untouched));
    Bitwise.assertEqual(network.params(), untouched.params());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networksThatHaveTheRateThatWasSet")
  void reachesThisOne(String name, Scenario scenario) throws Exception {
    MultiLayerNetwork network = scenario.apply(trained());
    assertThat(Hypergradients.allOf(network))
        .extracting(Hypergradients::getLearningRate)
        .containsOnly(SET);
    MultiLayerNetwork file = saved(network);
    MultiLayerNetwork clone = network.clone();
    MultiLayerNetwork copy = Serialised.copy(network).clone();
    for (MultiLayerNetwork each : List.of(network, file, clone, copy)) {
      trained(each);
      assertThat(each.getLearningRate(0)).isEqualTo(Networks.learningRate(each));
      assertThat(Hypergradients.allOf(each))
          .extracting(Hypergradients::getLearningRate)
          .allSatisfy(rate -> assertThat(rate).isBetween(SET / 2, SET * 2));
      Bitwise.assertEqual(each.params(), network.params());
      Bitwise.assertEqual(each.updaterState(), network.updaterState());
    }
  }

  /** The rate is in the state from the next step on. */
  @Test
  void aStateKeepsTheRateInANetworkBuiltAnew() {
    MultiLayerNetwork network = set(trained());
    network.fit(Networks.batch(50));
    MultiLayerNetwork anew = Networks.threeBlocks(KIND.usual());
    putState(network.updaterState().dup(), network, anew);
    assertThat(rate(anew)).isEqualTo(rate(network)).isBetween(SET / 2, SET * 2);
    assertThat(rate(saved(anew))).isEqualTo(rate(network));
    trained(network);
    trained(anew);
    Bitwise.assertEqual(anew.params(), network.params());
  }

  /** An updater and one that was set otherwise are equal: they must not cut the state in two. */
  @Test
  void settingARateChangesNoBlocks() {
    MultiLayerNetwork network =
        Networks.sequence(
            KIND.usual(),
            options -> {},
            new DenseLayer.Builder().nOut(6).biasUpdater(KIND.usual()).build(),
            Networks.output());
    assertThat(blocks(network)).isEqualTo(1);
    network.fit(Networks.batch(0));
    set(network);
    assertThat(blocks(network)).isEqualTo(1);
    assertThat(rate(network)).isEqualTo(SET);
    trained(network);
    assertThat(rate(saved(network))).isEqualTo(rate(network)).isBetween(SET / 2, SET * 2);
  }

  @Test
  void graphsAreToldApart() throws IOException {
    ComputationGraph network = Networks.graph(KIND.usual());
    for (int i = 0; i < 4; i++) {
      network.fit(Networks.batch(i));
    }
    double learned = Hypergradients.of(network).getLearningRate();
    ComputationGraph clone = network.clone();
    clone.setLearningRate(SET);
    for (ComputationGraph each : List.of(network, saved(network), network.clone())) {
      assertThat(Hypergradients.of(each).getLearningRate()).isEqualTo(learned);
    }
    for (ComputationGraph each : List.of(clone, saved(clone), clone.clone())) {
      assertThat(Hypergradients.of(each).getLearningRate()).isEqualTo(SET);
      each.setLearningRate("right", SET_ELSEWHERE);
      assertThat(Hypergradients.of(each).getLearningRate()).isEqualTo(SET_ELSEWHERE);
    }
    assertThat(Hypergradients.of(network).getLearningRate()).isEqualTo(learned);
  }

  /** Workers train copies of a network; none of them takes the rate for news again. */
  @ParameterizedTest
  @MethodSource("averagingFrequencies")
  void workersContinueFromIt(int averagingFrequency) throws Exception {
    ComputationGraph network = Networks.graph(KIND.usual());
    network.fit(Networks.batch(0));
    network.setLearningRate(SET);
    ComputationGraph twin = network.clone();
    for (int i = 0; i < 4; i++) {
      twin.fit(Networks.batch(1));
    }
    // Both workers see the same minibatches, and so the mean of them is what one comes to.
    TwoWorkers.fit(
        network,
        options ->
            options
                .trainingMode(ParallelWrapper.TrainingMode.AVERAGING)
                .averagingFrequency(averagingFrequency),
        Collections.nCopies(8, Networks.batch(1)));
    assertThat(Hypergradients.of(network.clone()).getLearningRate())
        .isEqualTo(Hypergradients.of(twin).getLearningRate())
        .isNotEqualTo(SET);
  }

  static Stream<Integer> averagingFrequencies() {
    return Stream.of(1, 4);
  }

  private static HypergradientUpdater learningMomentum() {
    return SgdHd.builder()
        .learningRate(0.1)
        .momentum(0.5)
        .learn(Hyperparameter.MOMENTUM)
        .hyperLearningRate(1e-3)
        .build();
  }

  private static MultiLayerNetwork trained() {
    return trained(Networks.threeBlocks(KIND.usual()));
  }

  private static MultiLayerNetwork trained(MultiLayerNetwork network) {
    for (int i = 0; i < 4; i++) {
      network.fit(Networks.batch(i));
    }
    return network;
  }

  private static MultiLayerNetwork set(UpdaterKind kind) {
    return set(Networks.threeBlocks(kind.usual()));
  }

  private static MultiLayerNetwork set(MultiLayerNetwork network) {
    return set(network, SET);
  }

  private static MultiLayerNetwork set(MultiLayerNetwork network, double rate) {
    network.setLearningRate(rate);
    return network;
  }

  private static MultiLayerNetwork fineTuned(MultiLayerNetwork original, IUpdater updater) {
    FineTuneConfiguration.Builder configuration = new FineTuneConfiguration.Builder();
    if (updater != null) {
      configuration.updater(updater);
    }
    return new TransferLearning.Builder(original)
        .fineTuneConfiguration(configuration.build())
        .setFeatureExtractor(0)
        .build();
  }

  private static void putState(INDArray state, MultiLayerNetwork from, MultiLayerNetwork into) {
    into.setParams(from.params());
    ((MultiLayerUpdater) into.getUpdater()).setStateViewArray(state);
  }

  private static MultiLayerNetwork saved(MultiLayerNetwork network) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ModelSerializer.writeModel(network, file, true);
      return ModelSerializer.restoreMultiLayerNetwork(
          new ByteArrayInputStream(file.toByteArray()), true);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ComputationGraph saved(ComputationGraph network) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, file, true);
    return ModelSerializer.restoreComputationGraph(
        new ByteArrayInputStream(file.toByteArray()), true);
  }

  private static double rate(MultiLayerNetwork network) {
    return Hypergradients.of(network).getLearningRate();
  }

  private static int blocks(MultiLayerNetwork network) {
    return ((MultiLayerUpdater) network.getUpdater()).getUpdaterBlocks().size();
  }
}
