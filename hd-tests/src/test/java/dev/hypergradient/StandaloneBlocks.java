package dev.hypergradient;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** Drives updaters as DL4J does, without a network: a block for each of several lengths. */
final class StandaloneBlocks {

  private final List<GradientUpdater<?>> updaters = new ArrayList<>();
  private final List<INDArray> gradients = new ArrayList<>();
  private final INDArray state;
  private final INDArray gradient;
  private int iteration;

  StandaloneBlocks(IUpdater updater, DataType dataType, List<Integer> lengths) {
    int total = lengths.stream().mapToInt(n -> n).sum();
    int stateSize = lengths.stream().mapToInt(n -> (int) updater.stateSize(n)).sum();
    gradient = Nd4j.create(dataType, total);
    state = stateSize == 0 ? null : Nd4j.create(dataType, stateSize);
    int offset = 0;
    int stateOffset = 0;
    for (int length : lengths) {
      int size = (int) updater.stateSize(length);
      gradients.add(gradient.get(NDArrayIndex.interval(offset, offset + length)));
      INDArray view =
          state == null ? null : state.get(NDArrayIndex.interval(stateOffset, stateOffset + size));
      updaters.add(updater.instantiate(view, true));
      offset += length;
      stateOffset += size;
    }
  }

  /**
   * One iteration: θ ← θ − update.
   *
   * @param l2 λ; λ θ is added to a block's gradient right before its turn, as DL4J does
   */
  void step(double[] theta, double[] lossGradient, double l2) {
    gradient.assign(Nd4j.createFromArray(lossGradient).castTo(gradient.dataType()));
    int offset = 0;
    for (int b = 0; b < updaters.size(); b++) {
      INDArray g = gradients.get(b);
      for (int i = 0; i < g.length(); i++) {
        g.putScalar(i, g.getDouble(i) + l2 * theta[offset + i]);
      }
      updaters.get(b).applyUpdater(g, iteration, 0);
      offset += (int) g.length();
    }
    iteration++;
    double[] update = gradient.toDoubleVector();
    for (int i = 0; i < theta.length; i++) {
      theta[i] -= update[i];
    }
  }

  double learningRate() {
    return learningRate(0);
  }

  double learningRate(int block) {
    return ((IUpdater) updaters.get(block).getConfig()).getLearningRate(iteration, 0);
  }

  INDArray state() {
    return state;
  }
}
