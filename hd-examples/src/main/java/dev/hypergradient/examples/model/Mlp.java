package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/**
 * A multi-layer perceptron.
 *
 * @param name as on the command line
 * @param activation of the hidden layers
 * @param hidden units of each hidden layer
 */
public record Mlp(String name, Activation activation, List<Integer> hidden)
    implements Architecture {
  /** Copies the list; rejects missing parts. */
  public Mlp {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(activation, "activation");
    hidden = List.copyOf(hidden);
  }

  /** The papers' perceptron: two hidden layers of 1,000 rectified linear units. */
  public Mlp() {
    this("mlp", Activation.RELU, List.of(1000, 1000));
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    ListBuilder layers = hyperparameters.builder().list();
    for (int units : hidden) {
      layers.layer(
          new DenseLayer.Builder()
              .nOut(units)
              .activation(activation)
              .weightInit(activation == Activation.RELU ? WeightInit.RELU : WeightInit.XAVIER)
              .build());
    }
    return layers
        .layer(SoftmaxOutput.layer(classes))
        .setInputType(InputType.feedForward(images.size()))
        .build();
  }
}
