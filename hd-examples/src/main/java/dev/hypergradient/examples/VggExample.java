package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.HyperLearningRates;
import dev.hypergradient.examples.training.HyperLearningRates.Choice;
import dev.hypergradient.examples.training.Model;
import java.util.Locale;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains a convolutional network after Simonyan and Zisserman (arXiv:1409.1556), with batch
 * normalisation after every convolution.
 */
@Command(
    name = "VggExample",
    description = "Trains a convolutional network of the VGG family, with batch normalisation.")
public final class VggExample extends TrainingCommand {
  /**
   * Six convolutions and no dense layer but the output: about 23,000 parameters, for slow machines.
   * By default its updater is {@code new AdamHd(0, 1e-7)}, which learns its learning rate from 0;
   * on larger data sets than the digits {@code new AdamHd(0, 1e-8)}.
   */
  public static MultiLayerConfiguration small(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    ListBuilder layers = builder(updater, l2, seed).list();
    stage(layers, 8, 8);
    stage(layers, 16, 16);
    stage(layers, 32, 32);
    return classifier(layers, images, classes);
  }

  /**
   * Configuration D with 13 convolutions, and a classifier of two times 512 units, for CIFAR-10. By
   * default its updater is {@code new AdamHd(0, 1e-8)}, which learns its learning rate from 0; on
   * the digits {@code new AdamHd(0, 1e-7)}.
   */
  public static MultiLayerConfiguration vgg16(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    ListBuilder layers = builder(updater, l2, seed).list();
    stage(layers, 64, 64);
    stage(layers, 128, 128);
    stage(layers, 256, 256, 256);
    stage(layers, 512, 512, 512);
    stage(layers, 512, 512, 512);
    return classifier(layers, images, classes, 512, 512);
  }

  private static NeuralNetConfiguration.Builder builder(IUpdater updater, double l2, long seed) {
    return new NeuralNetConfiguration.Builder()
        .updater(updater)
        .seed(seed)
        .l2(l2)
        .l2Bias(l2)
        .weightInit(WeightInit.RELU);
  }

  /** Convolutions of 3×3 kernels with batch normalisation, then 2×2 max-pooling. */
  private static void stage(ListBuilder layers, int... channels) {
    for (int count : channels) {
      layers
          .layer(
              new ConvolutionLayer.Builder(3, 3)
                  .padding(1, 1)
                  .nOut(count)
                  .activation(Activation.IDENTITY)
                  .build())
          .layer(new BatchNormalization())
          .layer(new ActivationLayer(Activation.RELU));
    }
    layers.layer(
        new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build());
  }

  /** Dense layers with dropout, then softmax. */
  private static MultiLayerConfiguration classifier(
      ListBuilder layers, ImageShape images, int classes, int... units) {
    for (int count : units) {
      layers
          .layer(new DropoutLayer(0.5))
          .layer(new DenseLayer.Builder().nOut(count).activation(Activation.RELU).build());
    }
    return layers
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build())
        .setInputType(
            InputType.convolutionalFlat(images.height(), images.width(), images.channels()))
        .build();
  }

  private static final HyperLearningRates HYPER_LEARNING_RATES =
      new HyperLearningRates(new Choice(1e-4, 1e-7), new Choice(1e-3, 1e-8));

  /**
   * The small network, whose three poolings need 16 pixels per side, and its hyper learning rates.
   */
  public static final Model SMALL =
      new Model("vgg-small", VggExample::small, HYPER_LEARNING_RATES, 16);

  /**
   * The VGG of 16 layers, whose five poolings need 32 pixels per side, and its hyper learning
   * rates.
   */
  public static final Model VGG16 = new Model("vgg16", VggExample::vgg16, HYPER_LEARNING_RATES, 32);

  @Option(
      names = "--net",
      paramLabel = "NAME",
      defaultValue = "small",
      description =
          "small (6 convolutions, 23 thousand parameters) or vgg16 (13 convolutions, 15 million)."
              + " Default: ${DEFAULT-VALUE}.")
  private Net net;

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new VggExample().execute(args));
  }

  @Override
  protected Model model() {
    return net == Net.VGG16 ? VGG16 : SMALL;
  }

  private enum Net {
    SMALL,
    VGG16;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
