package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/**
 * Convolutional networks of 3×3 kernels in stages that end with 2×2 max-pooling, after Simonyan and
 * Zisserman (arXiv:1409.1556), with batch normalisation after every convolution.
 *
 * @param name as on the command line
 * @param stages channels of the convolutions, one list a stage
 * @param classifier units of the dense layers with dropout between the last stage and the output
 */
public record Vgg(String name, List<List<Integer>> stages, List<Integer> classifier)
    implements Architecture {
  private static final double RETAINED = 0.5;

  /** Copies the lists. */
  public Vgg {
    stages = stages.stream().map(List::copyOf).toList();
    classifier = List.copyOf(classifier);
  }

  /**
   * Configuration D with 13 convolutions, and a classifier of two times 512 units, for CIFAR-10.
   */
  public static Vgg vgg16() {
    return new Vgg(
        "vgg16",
        List.of(
            List.of(64, 64),
            List.of(128, 128),
            List.of(256, 256, 256),
            List.of(512, 512, 512),
            List.of(512, 512, 512)),
        List.of(512, 512));
  }

  /**
   * Six convolutions and no dense layer but the output: about 23,000 parameters, for slow machines.
   */
  public static Vgg small() {
    return new Vgg(
        "vgg-small", List.of(List.of(8, 8), List.of(16, 16), List.of(32, 32)), List.of());
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    ListBuilder layers = hyperparameters.builder().list();
    for (List<Integer> stage : stages) {
      stage.forEach(channels -> addConvolution(layers, channels));
      layers.layer(
          new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
              .kernelSize(2, 2)
              .stride(2, 2)
              .build());
    }
    for (int units : classifier) {
      layers.layer(new DropoutLayer(RETAINED));
      layers.layer(
          new DenseLayer.Builder()
              .nOut(units)
              .activation(Activation.RELU)
              .weightInit(WeightInit.RELU)
              .build());
    }
    return layers
        .layer(SoftmaxOutput.layer(classes))
        .setInputType(
            InputType.convolutionalFlat(images.height(), images.width(), images.channels()))
        .build();
  }

  private static void addConvolution(ListBuilder layers, int channels) {
    layers.layer(
        new ConvolutionLayer.Builder(3, 3)
            .padding(1, 1)
            .nOut(channels)
            .activation(Activation.IDENTITY)
            .weightInit(WeightInit.RELU)
            .build());
    layers.layer(new BatchNormalization());
    layers.layer(new ActivationLayer(Activation.RELU));
  }
}
