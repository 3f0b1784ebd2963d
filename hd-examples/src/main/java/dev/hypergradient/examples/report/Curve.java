package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** The finite values of one quantity in a training record, with their iterations. */
final class Curve {
  private final double[] iterations;
  private final double[] values;

  Curve(double[] iterations, double[] values) {
    this.iterations = iterations;
    this.values = values;
  }

  static Curve of(TrainingRecord training, ToDoubleFunction<TrainingRow> column) {
    return finite(training.rows(), TrainingRow::iteration, column);
  }

  static Curve live(TrainingRecord training, ToDoubleFunction<LiveValues> value) {
    return finite(training.live(), LiveValues::iteration, value);
  }

  private static <T> Curve finite(
      List<T> steps, ToDoubleFunction<T> iteration, ToDoubleFunction<T> value) {
    List<T> finite =
        steps.stream().filter(step -> Double.isFinite(value.applyAsDouble(step))).toList();
    return new Curve(
        finite.stream().mapToDouble(iteration).toArray(),
        finite.stream().mapToDouble(value).toArray());
  }

  /** Each value replaced by its image. */
  Curve map(DoubleUnaryOperator function) {
    return new Curve(iterations, Arrays.stream(values).map(function).toArray());
  }

  /**
   * Each value replaced by the mean of those at most {@code reach} places before it and after it.
   * The first value stays, since curves begin steeply: behind it the window grows on both sides.
   */
  Curve smoothed(int reach) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    double[] means = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int before = Math.min(reach, i);
      int after = Math.min(before, values.length - 1 - i);
      means[i] = (sums[i + after + 1] - sums[i - before]) / (before + 1 + after);
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
