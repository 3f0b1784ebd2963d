package dev.hypergradient.benchmark;

import static dev.hypergradient.benchmark.StepSubject.DL4J;
import static dev.hypergradient.benchmark.StepSubject.HD;
import static dev.hypergradient.benchmark.StepSubject.REFRESH;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the step of an updater costs. All figures are medians over rounds, the ratios those of each
 * round's own ratio.
 *
 * @param dl4jRatio its time by that of DL4J's updater
 * @param floorRatio its time by the floor: that of moving as many floats in the fastest plain copy
 * @param micros its time in microseconds, as are the next three
 * @param refreshMicros subtracted from both updaters' times
 * @param copyMicros the time of the fastest plain copy of a vector as long as the parameters
 */
record StepCost(
    StepCase setting,
    double dl4jRatio,
    double floorRatio,
    double micros,
    double dl4jMicros,
    double refreshMicros,
    double copyMicros,
    StepSubject fastestCopy) {
  private static final Set<StepSubject> COPIES =
      EnumSet.range(StepSubject.COPY_ND4J, StepSubject.COPY_HEAP);

  static StepCost of(StepCase setting, TurnTimes<StepSubject> times) {
    StepSubject copy =
        COPIES.stream()
            .min(Comparator.comparingDouble(subject -> times.median(round -> round.get(subject))))
            .orElseThrow();
    double copies = setting.updaters().floatsMoved() / (double) PlainCopies.FLOATS_MOVED;
    return new StepCost(
        setting,
        times.median(round -> alone(HD, round) / alone(DL4J, round)),
        times.median(round -> alone(HD, round) / (copies * round.get(copy))),
        times.median(round -> alone(HD, round)),
        times.median(round -> alone(DL4J, round)),
        times.median(round -> round.get(REFRESH)),
        times.median(round -> round.get(copy)),
        copy);
  }

  private static double alone(StepSubject updater, Map<StepSubject, Double> round) {
    return round.get(updater) - round.get(REFRESH);
  }

  /** The time to move as many floats as the step must, in the fastest plain copy. */
  double floorMicros() {
    return copyMicros * setting.updaters().floatsMoved() / PlainCopies.FLOATS_MOVED;
  }
}
