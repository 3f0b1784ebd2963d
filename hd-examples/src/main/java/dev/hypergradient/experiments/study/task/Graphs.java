package dev.hypergradient.experiments.study.task;

import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** How graphs are put together. */
final class Graphs {
  private Graphs() {}

  /** What all graphs have in common: Xavier's initial weights, and no activation by default. */
  static NeuralNetConfiguration.Builder network(IUpdater updater, long seed) {
    return new NeuralNetConfiguration.Builder()
        .updater(updater)
        .seed(seed)
        .weightInit(WeightInit.XAVIER)
        .activation(Activation.IDENTITY);
  }

  /** Layers one after the other. */
  static GraphTask.Factory chain(InputType input, Supplier<List<Layer>> layers) {
    return (updater, seed) -> initialized(chained(network(updater, seed), input, layers.get()));
  }

  /** Layers one after the other, named 0, 1, …, from an input "in". */
  static GraphBuilder chained(
      NeuralNetConfiguration.Builder network, InputType input, List<Layer> layers) {
    GraphBuilder graph = network.graphBuilder().addInputs("in").setInputTypes(input);
    for (int i = 0; i < layers.size(); i++) {
      graph.addLayer("" + i, layers.get(i), i == 0 ? "in" : "" + (i - 1));
    }
    return graph.setOutputs("" + (layers.size() - 1));
  }

  /** The network of a configuration, with its initial weights. */
  static ComputationGraph initialized(GraphBuilder configuration) {
    ComputationGraph graph = new ComputationGraph(configuration.build());
    graph.init();
    return graph;
  }

  static DenseLayer dense(int units, Activation activation) {
    return new DenseLayer.Builder().nOut(units).activation(activation).build();
  }

  static OutputLayer softmax(int classes) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .build();
  }

  static OutputLayer squaredError(int values) {
    return new OutputLayer.Builder(LossFunction.MSE)
        .nOut(values)
        .activation(Activation.IDENTITY)
        .build();
  }
}
