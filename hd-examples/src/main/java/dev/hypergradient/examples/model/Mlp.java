package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** The papers' multi-layer perceptron: two hidden layers of 1,000 rectified linear units. */
public final class Mlp implements Architecture {
  private static final int HIDDEN = 1000;

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    return hyperparameters
        .builder()
        .list()
        .layer(hiddenLayer())
        .layer(hiddenLayer())
        .layer(SoftmaxOutput.layer(classes))
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }

  private static DenseLayer hiddenLayer() {
    return new DenseLayer.Builder()
        .nOut(HIDDEN)
        .activation(Activation.RELU)
        .weightInit(WeightInit.RELU)
        .build();
  }
}
