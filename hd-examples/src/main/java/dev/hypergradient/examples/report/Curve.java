package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The finite values of one quantity, each with its place on the x axis, most often an iteration.
 */
public final class Curve {
  private final double[] places;
  private final double[] values;

  /** A curve with {@code values[i]} at {@code places[i]}; may be empty. */
  public Curve(double[] places, double[] values) {
    this.places = places.clone();
    this.values = values.clone();
  }

  /** A column of a training record, where it is finite. */
  public static Curve of(TrainingRecord training, ToDoubleFunction<TrainingRow> column) {
    return finite(training.rows(), TrainingRow::iteration, column);
  }

  public static Curve live(TrainingRecord training, ToDoubleFunction<LiveValues> value) {
    return finite(training.live(), LiveValues::iteration, value);
  }

  /** One value per step, where it is finite. */
  public static <T> Curve finite(
      List<T> steps, ToDoubleFunction<T> iteration, ToDoubleFunction<T> value) {
    List<T> finite =
        steps.stream().filter(step -> Double.isFinite(value.applyAsDouble(step))).toList();
    return new Curve(
        finite.stream().mapToDouble(iteration).toArray(),
        finite.stream().mapToDouble(value).toArray());
  }

  /** This curve with the function applied to each value. */
  public Curve map(DoubleUnaryOperator function) {
    return new Curve(places, Arrays.stream(values).map(function).toArray());
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
    return new Curve(places, means);
  }

  /** Every n-th point, with n so large that at most {@code maxPoints} remain, and the last one. */
  public Curve thinned(int maxPoints) {
    int every = (values.length - 1) / maxPoints + 1;
    int[] kept =
        IntStream.range(0, values.length)
            .filter(i -> i % every == 0 || i == values.length - 1)
            .toArray();
    return new Curve(
        Arrays.stream(kept).mapToDouble(i -> places[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
  }

  double[] places() {
    return places;
  }

  public double[] values() {
    return values;
  }

  boolean isEmpty() {
    return values.length == 0;
  }
}
