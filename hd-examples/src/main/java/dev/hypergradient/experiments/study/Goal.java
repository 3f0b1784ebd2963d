package dev.hypergradient.experiments.study;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A bound that the parameter-free rule should keep to.
 *
 * @param measure of a setting; the smaller, the better
 * @param max upper bound of the statistic over all settings
 */
record Goal(String name, ToDoubleFunction<Score> measure, Statistic statistic, double max) {
  /** All goals. */
  static final List<Goal> ALL =
      List.of(
          new Goal("final loss", Score::regret, Statistic.MEDIAN, 1.05),
          new Goal("final loss", Score::regret, Statistic.WORST, 1.5),
          new Goal("points of accuracy lost", Score::accuracyLost, Statistic.WORST, 0.5),
          new Goal("loss after a tenth", Score::tenth, Statistic.MEDIAN, 1.3),
          new Goal("loss after a tenth", Score::tenth, Statistic.WORST, 1.3),
          new Goal("runs not finite", Score::nonFinite, Statistic.TOTAL, 0));

  /** The statistic of all scores. */
  double value(List<Score> all) {
    return statistic.of(all.stream().mapToDouble(measure).toArray());
  }

  /** The number of settings that exceed the bound. */
  int misses(List<Score> all) {
    return (int) all.stream().mapToDouble(measure).filter(value -> value > max).count();
  }
}
