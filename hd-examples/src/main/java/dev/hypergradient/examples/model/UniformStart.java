package dev.hypergradient.examples.model;

import dev.hypergradient.examples.data.ImageShape;
import java.util.Random;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dense networks that start where the authors' do, as Torch's always have: weights and biases of a
 * layer of n inputs from U(−1/√n, 1/√n).
 *
 * @param architecture of dense layers only
 */
public record UniformStart(Architecture architecture) implements Architecture {
  @Override
  public String name() {
    return architecture.name();
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, Hyperparameters hyperparameters) {
    return architecture.configure(images, classes, hyperparameters);
  }

  @Override
  public MultiLayerNetwork create(ImageShape images, int classes, Hyperparameters hyperparameters) {
    MultiLayerNetwork network = architecture.create(images, classes, hyperparameters);
    Random random = new Random(hyperparameters.seed());
    for (Layer layer : network.getLayers()) {
      int inputs = layer.getParam("W").rows();
      layer.paramTable().values().forEach(parameters -> fill(parameters, inputs, random));
    }
    return network;
  }

  private static void fill(INDArray parameters, int inputs, Random random) {
    double bound = 1 / Math.sqrt(inputs);
    double[] values = random.doubles(parameters.length(), -bound, bound).toArray();
    parameters.assign(Nd4j.createFromArray(values).reshape(parameters.shape()));
  }
}
