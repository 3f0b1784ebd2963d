package dev.hypergradient.experiments.study.task;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/** Convolutional networks that classify the digits of 8×8 pixels. */
public final class ConvolutionTasks {
  private static final InputType IMAGE = InputType.convolutional(8, 8, 1);
  private static final int CHANNELS = 8;

  private ConvolutionTasks() {}

  /** Two convolutions, each with a pooling, and a hidden layer, as in LeNet. */
  public static Task convolutions() {
    return digits(
        Graphs.chain(
            IMAGE,
            () ->
                List.of(
                    convolution(CHANNELS, Activation.RELU),
                    pooling(),
                    convolution(2 * CHANNELS, Activation.RELU),
                    pooling(),
                    Graphs.dense(32, Activation.RELU),
                    Graphs.softmax(10))));
  }

  /** Two residual blocks with batch normalisation. */
  public static Task residual() {
    return digits(ConvolutionTasks::residual);
  }

  private static ComputationGraph residual(IUpdater updater, long seed) {
    GraphBuilder graph =
        Graphs.network(updater, seed)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(IMAGE)
            .addLayer("stem", convolution(CHANNELS, Activation.RELU), "in");
    addBlock(graph, "one", "stem");
    addBlock(graph, "two", "one");
    return Graphs.initialized(
        graph
            .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "two")
            .addLayer("out", Graphs.softmax(10), "mean")
            .setOutputs("out"));
  }

  private static void addBlock(GraphBuilder graph, String name, String input) {
    graph
        .addLayer(name + "a", convolution(CHANNELS, Activation.IDENTITY), input)
        .addLayer(name + "b", normalization(Activation.RELU), name + "a")
        .addLayer(name + "c", convolution(CHANNELS, Activation.IDENTITY), name + "b")
        .addLayer(name + "d", normalization(Activation.IDENTITY), name + "c")
        .addVertex(name + "e", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + "d", input)
        .addLayer(
            name, new ActivationLayer.Builder().activation(Activation.RELU).build(), name + "e");
  }

  private static Task digits(GraphTask.Factory graphs) {
    return DigitExamples.classification(DigitExamples.UNIT, graphs, 1, 8, 8);
  }

  private static ConvolutionLayer convolution(int channels, Activation activation) {
    return new ConvolutionLayer.Builder(3, 3)
        .nOut(channels)
        .activation(activation)
        .convolutionMode(ConvolutionMode.Same)
        .build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build();
  }

  private static BatchNormalization normalization(Activation activation) {
    return new BatchNormalization.Builder().activation(activation).build();
  }
}
