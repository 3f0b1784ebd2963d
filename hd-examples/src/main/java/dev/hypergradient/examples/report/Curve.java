package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The finite values of one column of a training record, with their iterations. */
final class Curve {
  private final double[] iterations;
  private final double[] values;

  Curve(double[] iterations, double[] values) {
    this.iterations = iterations;
    this.values = values;
  }

  static Curve of(TrainingRecord training, ToDoubleFunction<TrainingRow> column) {
    List<TrainingRow> rows =
        training.rows().stream().filter(row -> Double.isFinite(column.applyAsDouble(row))).toList();
    return new Curve(
        rows.stream().mapToDouble(TrainingRow::iteration).toArray(),
        rows.stream().mapToDouble(column).toArray());
  }

  /**
   * Each value replaced by the mean of those at most {@code reach} places away, both ends included.
   */
  Curve smoothed(int reach) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // Near an end the window shrinks on both sides: a curve keeps its end points.
      int near = Math.min(reach, Math.min(i, values.length - 1 - i));
      means[i] = (sums[i + near + 1] - sums[i - near]) / (2 * near + 1);
    }
    return new Curve(iterations, means);
  }

  double[] iterations() {
    return iterations;
  }

  double[] values() {
    return values;
  }

  boolean isEmpty() {
    return values.length == 0;
  }
}
