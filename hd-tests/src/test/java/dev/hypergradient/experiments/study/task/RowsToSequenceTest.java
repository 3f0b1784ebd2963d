package dev.hypergradient.experiments.study.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RowsToSequenceTest {
  /** Two images of three rows and two columns, pixels counted. */
  private static final INDArray IMAGES = Nd4j.linspace(0, 11, 12).reshape('c', 2, 6);

  private final RowsToSequence rows = new RowsToSequence(3, 2);

  @Test
  void everyTimeStepIsARow() {
    INDArray sequences = rows.preProcess(IMAGES, 2, LayerWorkspaceMgr.noWorkspaces());

    assertThat(sequences.shape()).containsExactly(2, 2, 3);
    // The pixel of image 1, row 2, column 0: 6 + 2 · 2.
    assertThat(sequences.getDouble(1, 0, 2)).isEqualTo(10);
    assertThat(sequences.getDouble(0, 1, 1)).isEqualTo(3);
  }

  @Test
  void gradientsComeBackInTheOrderOfPixels() {
    LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();

    assertThat(rows.backprop(rows.preProcess(IMAGES, 2, none), 2, none)).isEqualTo(IMAGES);
  }
}
