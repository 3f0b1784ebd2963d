package dev.hypergradient.examples.training;

import dev.hypergradient.examples.data.Batches;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How well a network classifies images.
 *
 * @param loss mean cross-entropy, without L2
 * @param accuracy share of images classified rightly, 0 to 1
 */
public record Evaluation(double loss, double accuracy) {
  private static final int BATCH_SIZE = 500;

  /** All images. */
  public static Evaluation of(MultiLayerNetwork network, Batches images) {
    int[] order = IntStream.range(0, images.count()).toArray();
    return of(network, images, order);
  }

  static Evaluation of(MultiLayerNetwork network, Batches images, int[] chosen) {
    double loss = 0;
    int right = 0;
    for (int from = 0; from < chosen.length; from += BATCH_SIZE) {
      int to = Math.min(from + BATCH_SIZE, chosen.length);
      Logits logits = logits(network, images.batch(chosen, from, to).getFeatures());
      for (int row = 0; row < to - from; row++) {
        int label = images.label(chosen[from + row]);
        loss += logits.loss(row, label);
        right += logits.argMax(row) == label ? 1 : 0;
      }
    }
    return new Evaluation(loss / chosen.length, (double) right / chosen.length);
  }

  private static Logits logits(MultiLayerNetwork network, INDArray features) {
    int hidden = network.getnLayers() - 1;
    if (hidden == 0) {
      return Logits.of(network, features);
    }
    List<INDArray> activations = network.feedForwardToLayer(hidden - 1, features, false);
    return Logits.of(network, activations.get(hidden));
  }
}
