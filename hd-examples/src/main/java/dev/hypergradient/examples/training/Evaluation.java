package dev.hypergradient.examples.training;

import dev.hypergradient.examples.data.Batches;
import dev.hypergradient.examples.model.SoftmaxOutput;
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
      INDArray outputs = network.output(images.batch(chosen, from, to).getFeatures());
      // All rows at once: ND4J makes an array of each row that is asked for.
      float[] probabilities = outputs.dup('c').data().asFloat();
      int classes = outputs.columns();
      for (int row = 0; row < to - from; row++) {
        int label = images.label(chosen[from + row]);
        int first = row * classes;
        loss -=
            Math.log(Math.max(probabilities[first + label], SoftmaxOutput.SMALLEST_PROBABILITY));
        right += largest(probabilities, first, classes) == label ? 1 : 0;
      }
    }
    return new Evaluation(loss / chosen.length, (double) right / chosen.length);
  }

  /** The class of the largest of some values. */
  private static int largest(float[] values, int first, int classes) {
    int largest = 0;
    for (int i = 1; i < classes; i++) {
      if (values[first + i] > values[first + largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
