package dev.hypergradient.experiments.study.task;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.Architecture;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks for images, given as rows of pixels, that only the study trains. */
public final class ImageNetworks {
  private static final int RECURRENT_UNITS = 32;

  private ImageNetworks() {}

  /** A perceptron with hidden layers of these numbers of units, then softmax. */
  public static Architecture mlp(Activation activation, int... hidden) {
    return (images, classes, updater, l2, seed) -> {
      ListBuilder layers =
          builder(updater, l2, seed)
              .activation(activation)
              .weightInit(activation == Activation.RELU ? WeightInit.RELU : WeightInit.XAVIER)
              .list();
      for (int units : hidden) {
        layers.layer(new DenseLayer.Builder().nOut(units).build());
      }
      return layers
          .layer(softmax(classes))
          .setInputType(InputType.feedForward(images.size()))
          .build();
    };
  }

  /**
   * A recurrent network of 32 units that reads an image row by row and classifies it by its state
   * after the last.
   */
  public static MultiLayerConfiguration recurrent(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    int rows = images.channels() * images.height();
    return builder(updater, l2, seed)
        .list()
        .layer(
            new LastTimeStep(
                new SimpleRnn.Builder()
                    .nOut(RECURRENT_UNITS)
                    .activation(Activation.TANH)
                    .weightInit(WeightInit.XAVIER)
                    .build()))
        .layer(softmax(classes))
        .inputPreProcessor(0, new RowsToSequence(rows, images.width()))
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }

  private static NeuralNetConfiguration.Builder builder(IUpdater updater, double l2, long seed) {
    return new NeuralNetConfiguration.Builder().updater(updater).seed(seed).l2(l2).l2Bias(l2);
  }

  private static OutputLayer softmax(int classes) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .weightInit(WeightInit.XAVIER)
        .build();
  }
}
