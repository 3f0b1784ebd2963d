package dev.hypergradient;

import java.util.Random;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks and data, the same at every call. */
public final class Networks {

  public static final int INPUTS = 5;
  public static final int CLASSES = 3;
  public static final int EXAMPLES = 12;

  private Networks() {}

  /** One hidden layer: a single updater block. */
  public static MultiLayerNetwork mlp(IUpdater updater) {
    return mlp(updater, options -> {});
  }

  public static MultiLayerNetwork mlp(
      IUpdater updater, Consumer<NeuralNetConfiguration.Builder> options) {
    return sequence(updater, options, dense(), output());
  }

  /** Two batch normalisations, whose running statistics cut the parameters into three blocks. */
  public static MultiLayerNetwork threeBlocks(IUpdater updater) {
    return threeBlocks(updater, options -> {});
  }

  public static MultiLayerNetwork threeBlocks(
      IUpdater updater, Consumer<NeuralNetConfiguration.Builder> options) {
    return sequence(
        updater,
        options,
        dense(),
        new BatchNormalization(),
        dense(),
        new BatchNormalization(),
        output());
  }

  public static MultiLayerNetwork sequence(
      IUpdater updater, Consumer<NeuralNetConfiguration.Builder> options, Layer... layers) {
    NeuralNetConfiguration.Builder builder = configuration(updater);
    options.accept(builder);
    NeuralNetConfiguration.ListBuilder list = builder.list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(list.setInputType(InputType.feedForward(INPUTS)).build());
    network.init();
    return network;
  }

  /** Two hidden layers beside each other, batch normalisation and a sum: two updater blocks. */
  public static ComputationGraph graph(IUpdater updater) {
    ComputationGraphConfiguration configuration =
        configuration(updater)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.feedForward(INPUTS))
            .addLayer("left", dense(), "in")
            .addLayer("normalised", new BatchNormalization(), "left")
            .addLayer("right", dense(), "in")
            .addLayer("out", output(), "normalised", "right")
            .setOutputs("out")
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  public static NeuralNetConfiguration.Builder configuration(IUpdater updater) {
    return new NeuralNetConfiguration.Builder()
        .seed(7)
        .dataType(DataType.DOUBLE)
        .weightInit(WeightInit.XAVIER)
        .activation(Activation.TANH)
        .updater(updater);
  }

  public static DenseLayer dense() {
    return new DenseLayer.Builder().nOut(6).build();
  }

  public static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .activation(Activation.SOFTMAX)
        .nOut(CLASSES)
        .build();
  }

  /**
   * The learning rate of a network's own updater. {@code getLearningRate(layer)} asks the layer's
   * configuration, which clones and networks built from one configuration share.
   */
  public static double learningRate(MultiLayerNetwork network) {
    return ((MultiLayerUpdater) network.getUpdater())
        .getUpdaterBlocks().stream()
            .map(block -> block.getGradientUpdater().getConfig())
            .filter(HypergradientUpdater.class::isInstance)
            .findFirst()
            .orElseThrow()
            .getLearningRate(network.getIterationCount(), network.getEpochCount());
  }

  /**
   * A minibatch of random inputs whose class depends on them, so that there is something to learn.
   */
  public static DataSet batch(long seed) {
    return batch(seed, DataType.DOUBLE);
  }

  public static DataSet batch(long seed, DataType dataType) {
    Random random = new Random(seed);
    INDArray features = Nd4j.create(dataType, EXAMPLES, INPUTS);
    INDArray labels = Nd4j.create(dataType, EXAMPLES, CLASSES);
    for (int i = 0; i < EXAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < INPUTS; j++) {
        double x = random.nextGaussian();
        sum += x;
        features.putScalar(i, j, x);
      }
      labels.putScalar(i, sum < -1 ? 0 : sum < 1 ? 1 : 2, 1);
    }
    return new DataSet(features, labels);
  }
}
