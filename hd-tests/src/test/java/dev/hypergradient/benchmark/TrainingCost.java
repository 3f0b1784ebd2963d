package dev.hypergradient.benchmark;

import static dev.hypergradient.benchmark.TrainingSubject.DL4J;
import static dev.hypergradient.benchmark.TrainingSubject.HD;

/**
 * What a training step costs. All figures are medians over rounds.
 *
 * @param dl4jRatio the median of each round's own ratio of the two times that follow
 * @param millis milliseconds with the updater that learns
 * @param dl4jMillis milliseconds with DL4J's
 */
record TrainingCost(TrainingCase setting, double dl4jRatio, double millis, double dl4jMillis) {
  private static final double MICROS_PER_MILLI = 1000;

  static TrainingCost of(TrainingCase setting, TurnTimes<TrainingSubject> times) {
    return new TrainingCost(
        setting,
        times.median(round -> round.get(HD) / round.get(DL4J)),
        times.median(round -> round.get(HD)) / MICROS_PER_MILLI,
        times.median(round -> round.get(DL4J)) / MICROS_PER_MILLI);
  }
}
