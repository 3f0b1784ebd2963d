package dev.hypergradient.experiments.study.task;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes flattened images, {@code [images, rows · columns]}, sequences of their rows, {@code
 * [images, columns, rows]}.
 *
 * @serial exclude
 */
record RowsToSequence(int rows, int columns) implements InputPreProcessor {

  @Override
  public INDArray preProcess(INDArray input, int images, LayerWorkspaceMgr workspaces) {
    INDArray sequences = input.reshape('c', images, rows, columns).permute(0, 2, 1);
    return workspaces.dup(ArrayType.ACTIVATIONS, sequences, 'f');
  }

  @Override
  public INDArray backprop(INDArray output, int images, LayerWorkspaceMgr workspaces) {
    INDArray byRows = workspaces.dup(ArrayType.ACTIVATION_GRAD, output.permute(0, 2, 1), 'c');
    return byRows.reshape('c', images, (long) rows * columns);
  }

  @Override
  public InputPreProcessor clone() {
    return this;
  }

  @Override
  public InputType getOutputType(InputType inputType) {
    return InputType.recurrent(columns, rows);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray maskArray, MaskState currentMaskState, int minibatchSize) {
    return new Pair<>(maskArray, currentMaskState);
  }
}
