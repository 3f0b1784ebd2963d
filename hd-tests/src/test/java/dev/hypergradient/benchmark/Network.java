package dev.hypergradient.benchmark;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.data.Images;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.model.Hyperparameters;
import dev.hypergradient.examples.model.LogisticRegression;
import dev.hypergradient.examples.model.Mlp;
import dev.hypergradient.examples.model.Vgg;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/** The networks whose training steps are measured. */
public enum Network {
  /** Logistic regression 784-10. */
  LOGREG,
  /** Perceptron 784-1000-1000-10. */
  MLP,
  /** Six convolutions with batch normalisation, on images as in CIFAR-10. */
  VGG_SMALL;

  private static final int BATCH = 128;
  private static final int SEED = 1;

  /** A network of its own, with the same weights at every call. */
  MultiLayerNetwork with(IUpdater updater) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            architecture()
                .configure(images(), Images.CLASSES, new Hyperparameters(updater, 0, SEED)));
    network.init();
    return network;
  }

  /** Random images of random classes. */
  DataSet batch() {
    INDArray features = Nd4j.rand(DataType.FLOAT, BATCH, images().size());
    INDArray labels = Nd4j.zeros(DataType.FLOAT, BATCH, Images.CLASSES);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, i % Images.CLASSES, 1);
    }
    return new DataSet(features, labels);
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return architecture().name();
  }

  private Architecture architecture() {
    return switch (this) {
      case LOGREG -> new LogisticRegression();
      case MLP -> new Mlp();
      case VGG_SMALL -> Vgg.small();
    };
  }

  private ImageShape images() {
    return switch (this) {
      case LOGREG, MLP -> new ImageShape(1, 28, 28);
      case VGG_SMALL -> new ImageShape(3, 32, 32);
    };
  }
}
