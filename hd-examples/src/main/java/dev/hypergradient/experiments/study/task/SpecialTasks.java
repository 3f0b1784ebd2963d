package dev.hypergradient.experiments.study.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/** What people do with networks beside training one loss from the start. */
public final class SpecialTasks {
  private static final InputType PIXELS = InputType.feedForward(64);
  private static final int UNITS = 48;

  private SpecialTasks() {}

  /** A network that knows the digits 0 to 4 learns 5 to 9, its first layer frozen. */
  public static Task fineTuning() {
    Map<Long, ComputationGraph> sources = new HashMap<>();
    return new GraphTask(
        DigitExamples.train().some(5, 5),
        DigitExamples.test().some(5, 5),
        true,
        (updater, seed) ->
            new TransferLearning.GraphBuilder(
                    sources.computeIfAbsent(seed, SpecialTasks::trainedOnTheOthers))
                .fineTuneConfiguration(
                    new FineTuneConfiguration.Builder().updater(updater).seed(seed).build())
                .setFeatureExtractor("0")
                .nOutReplace("2", 5, WeightInit.XAVIER)
                .build());
  }

  private static ComputationGraph trainedOnTheOthers(long seed) {
    Task task =
        new GraphTask(
            DigitExamples.train().some(0, 5),
            DigitExamples.test().some(0, 5),
            true,
            Graphs.chain(
                PIXELS,
                () ->
                    List.of(
                        Graphs.dense(UNITS, Activation.RELU),
                        Graphs.dense(UNITS, Activation.RELU),
                        Graphs.softmax(5))));
    Trainee trainee = task.create(new Adam(0.003), seed);
    int[] order = IntStream.range(0, task.count()).toArray();
    for (int epoch = 0; epoch < 10; epoch++) {
      for (int from = 0; from + 32 <= order.length; from += 32) {
        trainee.fit(order, from, 32);
      }
    }
    return (ComputationGraph) trainee.network();
  }

  /** Digits, with L2 and half of the hidden units dropped. */
  public static Task dropout() {
    return DigitExamples.classification(
        DigitExamples.UNIT,
        (updater, seed) ->
            Graphs.initialized(
                Graphs.chained(
                    Graphs.network(updater, seed).l2(1e-3),
                    PIXELS,
                    List.of(
                        Graphs.dense(64, Activation.RELU),
                        new DenseLayer.Builder()
                            .nOut(64)
                            .activation(Activation.RELU)
                            .dropOut(0.5)
                            .build(),
                        Graphs.softmax(10)))),
        64);
  }

  /** Two losses, of which one is some ten thousand times the other. */
  public static Task twoLosses() {
    return new GraphTask(
        DigitExamples.train().digitAndInk(),
        DigitExamples.test().digitAndInk(),
        true,
        (updater, seed) ->
            Graphs.initialized(
                Graphs.network(updater, seed)
                    .graphBuilder()
                    .addInputs("in")
                    .setInputTypes(PIXELS)
                    .addLayer("hidden", Graphs.dense(UNITS, Activation.RELU), "in")
                    .addLayer("digit", Graphs.softmax(10), "hidden")
                    .addLayer("ink", Graphs.squaredError(1), "hidden")
                    .setOutputs("digit", "ink")));
  }
}
