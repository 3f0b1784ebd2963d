package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.HyperLearningRates;
import dev.hypergradient.examples.training.HyperLearningRates.Choice;
import dev.hypergradient.examples.training.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import picocli.CommandLine.Command;

/** Trains a multi-layer perceptron with two hidden layers of 1,000 units. */
@Command(
    name = "MlpExample",
    description = "Trains a perceptron with two hidden layers of 1,000 rectified linear units.")
public final class MlpExample extends TrainingCommand {
  /**
   * The network: two hidden layers of 1,000 rectified linear units, softmax. By default its updater
   * is {@code new AdamHd(0, 1e-7)}, which learns its learning rate from 0.
   */
  public static MultiLayerConfiguration network(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    return new NeuralNetConfiguration.Builder()
        .updater(updater)
        .seed(seed)
        .l2(l2)
        .l2Bias(l2)
        .activation(Activation.RELU)
        .weightInit(WeightInit.RELU)
        .list()
        .layer(new DenseLayer.Builder().nOut(1000).build())
        .layer(new DenseLayer.Builder().nOut(1000).build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build())
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }

  /** The network and its hyper learning rates. */
  public static final Model MODEL =
      new Model(
          "mlp",
          MlpExample::network,
          new HyperLearningRates(new Choice(1e-4, 1e-7), new Choice(1e-3, 1e-7)));

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new MlpExample().execute(args));
  }

  @Override
  protected Model model() {
    return MODEL;
  }
}
