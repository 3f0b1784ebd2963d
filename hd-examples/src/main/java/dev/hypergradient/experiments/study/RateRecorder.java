package dev.hypergradient.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records the learning rate of a run. */
final class RateRecorder {
  private static final int POINTS = 100;

  private final Set<Integer> kept;
  private final List<RatePoint> points = new ArrayList<>();
  private double min = Double.NaN;
  private double max = Double.NaN;
  private double last = Double.NaN;

  /** A recorder that keeps at most {@value #POINTS} of the steps, evenly over their logarithms. */
  RateRecorder(int steps) {
    kept =
        IntStream.range(0, POINTS)
            .mapToObj(i -> (int) Math.round(Math.pow(steps, i / (POINTS - 1.0))))
            .collect(Collectors.toSet());
  }

  /** Takes the rate of a step, counted from 1. */
  void add(int step, double rate) {
    min = step == 1 ? rate : Math.min(min, rate);
    max = step == 1 ? rate : Math.max(max, rate);
    last = rate;
    if (kept.contains(step)) {
      points.add(new RatePoint(step, rate));
    }
  }

  /** The smallest rate; NaN before the first step. */
  double min() {
    return min;
  }

  /** The largest rate; NaN before the first step. */
  double max() {
    return max;
  }

  /** The last rate; NaN before the first step. */
  double last() {
    return last;
  }

  /** The steps that were kept. */
  List<RatePoint> points() {
    return points;
  }
}
