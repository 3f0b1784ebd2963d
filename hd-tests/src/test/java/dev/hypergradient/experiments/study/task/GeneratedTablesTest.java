package dev.hypergradient.experiments.study.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

class GeneratedTablesTest {
  private static final int ROWS = 3000;

  @Test
  void standardisedRegressionHasMeanZeroAndDeviationOne() {
    MultiDataSet table = all(GeneratedTables.friedman(ROWS, 1, false));

    // Standard errors are 1/√3000 = 0.018 of a mean and at most 0.013 of a deviation.
    for (INDArray numbers : new INDArray[] {table.getFeatures(0), table.getLabels(0)}) {
      assertThat(numbers.mean(0).amaxNumber().doubleValue()).isLessThan(0.08);
      assertThat(numbers.std(0).subi(1).amaxNumber().doubleValue()).isLessThan(0.06);
    }
  }

  @Test
  void rawColumnsHaveTheirUnits() {
    double[] means =
        all(GeneratedTables.friedman(ROWS, 1, true)).getFeatures(0).mean(0).toDoubleVector();

    // Half of 1, 10, 100, 1000, 1, …: uniform.
    assertThat(means[0]).isCloseTo(0.5, within(0.03));
    assertThat(means[3]).isCloseTo(500, within(30.0));
    assertThat(means[9]).isCloseTo(5, within(0.3));
  }

  @Test
  void wavesHaveTheMeansOfTheirClasses() {
    MultiDataSet table = all(GeneratedTables.waveform(ROWS, 1, 1, 10));
    INDArray first = table.getLabels(0).getColumn(0).castTo(table.getFeatures(0).dataType());
    double[] means = first.reshape(1, ROWS).mmul(table.getFeatures(0)).div(1000).toDoubleVector();

    // Class 0 is half of wave 0, 6 high at column 6, and half of wave 1, 6 high at column 14; odd
    // columns are times ten. Deviation 1 and that of the share, up to √3, over √1000.
    assertThat(means[6]).isCloseTo(0.5 * 6 + 0.5 * 0, within(0.3));
    assertThat(means[9]).isCloseTo(10 * (0.5 * 3 + 0.5 * 1), within(3.0));
    assertThat(means[20]).isCloseTo(0, within(0.15));
  }

  private static MultiDataSet all(Examples examples) {
    return examples.batch(examples.all(), 0, examples.count());
  }
}
