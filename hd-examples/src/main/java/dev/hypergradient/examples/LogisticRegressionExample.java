package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.HyperLearningRates;
import dev.hypergradient.examples.training.HyperLearningRates.Choice;
import dev.hypergradient.examples.training.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import picocli.CommandLine.Command;

/** Trains a multinomial logistic regression. */
@Command(
    name = "LogisticRegressionExample",
    description = "Trains a multinomial logistic regression.")
public final class LogisticRegressionExample extends TrainingCommand {
  /**
   * The network: one dense layer with softmax. By default its updater is {@code new AdamHd(0,
   * 1e-4)}, which learns its learning rate from 0; on larger data sets than the digits {@code new
   * AdamHd(0, 1e-7)}.
   */
  public static MultiLayerConfiguration network(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    return new NeuralNetConfiguration.Builder()
        .updater(updater)
        .seed(seed)
        .l2(l2)
        .l2Bias(l2)
        .list()
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
          "logreg",
          LogisticRegressionExample::network,
          new HyperLearningRates(new Choice(1e-2, 1e-4), new Choice(1e-3, 1e-7)));

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new LogisticRegressionExample().execute(args));
  }

  @Override
  protected Model model() {
    return MODEL;
  }
}
