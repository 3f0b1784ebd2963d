package dev.hypergradient.experiments.study.task;

import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Words, characters and sequences, and graphs for them. */
public final class SequenceTasks {
  /** Characters through which gradients go back. */
  private static final int TRUNCATION = 20;

  /** Updates of the parameters for each batch of {@link #characters}. */
  public static final int CHARACTER_UPDATES = Characters.LENGTH / TRUNCATION;

  private static final int FACTORS = 8;

  private SequenceTasks() {}

  /** Which topic a document is about, by the mean of its words' vectors. */
  public static Task documents() {
    return new GraphTask(
        GeneratedSequences.documents(4000, 1),
        GeneratedSequences.documents(1000, 2),
        true,
        Graphs.chain(
            InputType.feedForward(GeneratedSequences.WORDS),
            () ->
                List.of(
                    new EmbeddingSequenceLayer.Builder()
                        .nIn(GeneratedSequences.WORDS)
                        .nOut(24)
                        .inputLength(GeneratedSequences.DOCUMENT)
                        .build(),
                    new GlobalPoolingLayer.Builder(PoolingType.AVG).build(),
                    Graphs.softmax(GeneratedSequences.TOPICS))));
  }

  /** Ratings as products of a user's and an item's vectors, whose gradients are sparse. */
  public static Task ratings() {
    Examples train = GeneratedSequences.ratings(15_000, 1);
    return new GraphTask(train, train, false, SequenceTasks::factorisation);
  }

  private static ComputationGraph factorisation(IUpdater updater, long seed) {
    return Graphs.initialized(
        Graphs.network(updater, seed)
            .graphBuilder()
            .addInputs("user", "item")
            .setInputTypes(
                InputType.feedForward(GeneratedSequences.USERS),
                InputType.feedForward(GeneratedSequences.ITEMS))
            .addLayer("users", embedding(GeneratedSequences.USERS), "user")
            .addLayer("items", embedding(GeneratedSequences.ITEMS), "item")
            .addVertex(
                "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "users", "items")
            .addLayer("rating", Graphs.squaredError(1), "product")
            .setOutputs("rating"));
  }

  private static EmbeddingLayer embedding(int count) {
    return new EmbeddingLayer.Builder().nIn(count).nOut(FACTORS).build();
  }

  /** The next character of a text, with gradients that go back through a few only. */
  public static Task characters() {
    Characters text = Characters.ofLicence();
    int characters = text.alphabet();
    return new GraphTask(
        text.train(),
        text.test(),
        true,
        (updater, seed) ->
            Graphs.initialized(
                Graphs.chained(
                        Graphs.network(updater, seed),
                        InputType.recurrent(characters),
                        List.of(
                            new LSTM.Builder().nOut(48).activation(Activation.TANH).build(),
                            new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(characters)
                                .activation(Activation.SOFTMAX)
                                .build()))
                    .backpropType(BackpropType.TruncatedBPTT)
                    .tBPTTLength(TRUNCATION)));
  }

  /** What follows a piece of a sine. */
  public static Task waves() {
    Examples train = GeneratedSequences.waves(1000, 1);
    return new GraphTask(
        train,
        train,
        false,
        Graphs.chain(
            InputType.recurrent(1),
            () ->
                List.of(
                    new LastTimeStep(
                        new LSTM.Builder().nOut(24).activation(Activation.TANH).build()),
                    Graphs.squaredError(1))));
  }

  /** Digits as sequences of their rows, which attend to each other. */
  public static Task attention() {
    return DigitExamples.classification(
        DigitExamples.UNIT,
        Graphs.chain(
            InputType.recurrent(8),
            () ->
                List.of(
                    new SelfAttentionLayer.Builder().nOut(32).nHeads(4).projectInput(true).build(),
                    new GlobalPoolingLayer.Builder(PoolingType.MAX).build(),
                    Graphs.dense(32, Activation.RELU),
                    Graphs.softmax(10))),
        8,
        8);
  }
}
