package dev.hypergradient.examples.training;

import java.util.function.IntUnaryOperator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The inputs of the softmax in a network's last layer. Losses are exact here, however large, where
 * a probability of single precision would be zero.
 */
final class Logits {
  private final float[] values;
  private final int rows;
  private final int classes;

  private Logits(INDArray logits) {
    // All at once: ND4J makes an array of each row that is asked for.
    values = logits.dup('c').data().asFloat();
    rows = logits.rows();
    classes = logits.columns();
  }

  /**
   * The logits of a batch.
   *
   * @param network ends with an output layer or with a loss layer, which has no parameters
   * @param lastInput activations of the layer before the last one, or the features if there is none
   */
  static Logits of(MultiLayerNetwork network, INDArray lastInput) {
    int last = network.getnLayers() - 1;
    InputPreProcessor processor = network.getLayerWiseConfigurations().getInputPreProcess(last);
    INDArray input =
        processor == null
            ? lastInput
            : processor.preProcess(
                lastInput, (int) lastInput.size(0), LayerWorkspaceMgr.noWorkspaces());
    Layer layer = network.getLayer(last);
    return new Logits(
        layer.numParams() == 0
            ? input
            : input.mmul(layer.getParam("W")).addiRowVector(layer.getParam("b")));
  }

  /** Mean cross-entropy of the rows. */
  double meanLoss(IntUnaryOperator labels) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += loss(row, labels.applyAsInt(row));
    }
    return sum / rows;
  }

  /** Cross-entropy of one row; NaN if a logit is not finite. */
  double loss(int row, int label) {
    double max = values[row * classes + argMax(row)];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += Math.exp(values[row * classes + i] - max);
    }
    return Math.log(sum) + max - values[row * classes + label];
  }

  /** The class of the largest logit in a row. */
  int argMax(int row) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (values[row * classes + i] > values[row * classes + best]) {
        best = i;
      }
    }
    return best;
  }
}
