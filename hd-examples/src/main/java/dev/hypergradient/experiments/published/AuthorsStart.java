package dev.hypergradient.experiments.published;

import dev.hypergradient.examples.data.ImageShape;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.examples.training.ImageOrder;
import java.util.Objects;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Initial parameters as the authors' program has them, from the same random numbers: layer by layer
 * the weights and then the biases from U(−1/√n, 1/√n), n the layer's inputs. Seed 1 gives those of
 * the published runs.
 */
public final class AuthorsStart implements Architecture {
  private final Architecture architecture;

  /**
   * A network that starts like that.
   *
   * @param architecture of dense layers only
   */
  public AuthorsStart(Architecture architecture) {
    this.architecture = Objects.requireNonNull(architecture, "architecture");
  }

  /**
   * The authors' orders of images, whose random numbers come after those of the parameters. The
   * first order is that of the batch on which they measured the loss before training.
   *
   * @param parameters number of the network's
   */
  public static ImageOrder order(long parameters) {
    return (count, seed) -> {
      TorchRandom random = new TorchRandom(seed);
      random.skip(parameters);
      Supplier<int[]> epochs = () -> random.permutation(count);
      return epochs;
    };
  }

  @Override
  public MultiLayerConfiguration configure(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    return architecture.configure(images, classes, updater, l2, seed);
  }

  @Override
  public MultiLayerNetwork create(
      ImageShape images, int classes, IUpdater updater, double l2, long seed) {
    MultiLayerNetwork network = architecture.create(images, classes, updater, l2, seed);
    TorchRandom random = new TorchRandom(seed);
    float[] parameters = new float[Math.toIntExact(network.numParams())];
    int next = 0;
    for (Layer layer : network.getLayers()) {
      float bound = (float) (1 / Math.sqrt(layer.getParam("W").rows()));
      // All weights of an output in turn: as DL4J flattens its transposed matrix.
      int end = next + Math.toIntExact(layer.numParams());
      while (next < end) {
        parameters[next++] = random.uniform(bound);
      }
    }
    network.setParams(Nd4j.createFromArray(parameters).reshape(1, -1));
    return network;
  }
}
