package dev.hypergradient.benchmark;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.MlpExample;
import dev.hypergradient.examples.VggExample;
import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.data.Images;
import dev.hypergradient.examples.training.Model;
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
    return model().architecture().create(images(), Images.CLASSES, updater, 0, SEED);
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
    return model().name();
  }

  private Model model() {
    return switch (this) {
      case LOGREG -> LogisticRegressionExample.MODEL;
      case MLP -> MlpExample.MODEL;
      case VGG_SMALL -> VggExample.SMALL;
    };
  }

  private ImageShape images() {
    return switch (this) {
      case LOGREG, MLP -> new ImageShape(1, 28, 28);
      case VGG_SMALL -> new ImageShape(3, 32, 32);
    };
  }
}
