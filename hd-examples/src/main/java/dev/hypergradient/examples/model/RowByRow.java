package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/**
 * A recurrent network of 32 units that reads an image row by row and classifies it by what it
 * remembers after the last.
 */
public final class RowByRow implements Architecture {
  private static final int UNITS = 32;

  @Override
  public String name() {
    return "rnn";
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    int rows = images.channels() * images.height();
    return hyperparameters
        .builder()
        .list()
        .layer(
            new LastTimeStep(
                new SimpleRnn.Builder()
                    .nOut(UNITS)
                    .activation(Activation.TANH)
                    .weightInit(WeightInit.XAVIER)
                    .build()))
        .layer(SoftmaxOutput.layer(classes))
        .inputPreProcessor(0, new RowsToSequence(rows, images.width()))
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }
}
