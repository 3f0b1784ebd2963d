package dev.hypergradient.examples.training;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Computes the cross-entropy of each batch before its step. DL4J's score holds L1 and L2 terms and
 * cuts the loss of an image off at 23.
 */
final class BatchLoss extends BaseTrainingListener {
  private double last = Double.NaN;

  /** Mean cross-entropy of the last batch. */
  double last() {
    return last;
  }

  @Override
  public void onForwardPass(Model model, List<INDArray> activations) {
    MultiLayerNetwork network = (MultiLayerNetwork) model;
    try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      INDArray lastInput = activations.get(activations.size() - 1);
      int[] labels = network.getLabels().argMax(1).toIntVector();
      last = Logits.of(network, lastInput).meanLoss(row -> labels[row]);
    }
  }
}
