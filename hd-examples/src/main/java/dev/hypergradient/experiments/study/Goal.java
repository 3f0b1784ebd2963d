package dev.hypergradient.experiments.study;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A bound that the parameter-free rule should keep to.
 *
 * @param measure of a setting; the smaller, the better
 * @param max upper bound of the statistic over settings of problems that the rule was chosen on
 * @param maxApart the same for problems that were kept apart
 */
record Goal(
    String name,
    ToDoubleFunction<Score> measure,
    Statistic statistic,
    double max,
    double maxApart) {
  /** All goals. */
  static final List<Goal> ALL =
      List.of(
          new Goal("loss / best constant", Score::regret, Statistic.MEDIAN, 0.9, 0.95),
          new Goal("loss / best constant", Score::regret, Statistic.WORST, 1.3, 1.5),
          new Goal("loss / best cosine", Score::cosineRegret, Statistic.MEDIAN, 1, 1),
          new Goal("loss / best cosine", Score::cosineRegret, Statistic.WORST, 1.5, 2),
          new Goal("points below the best cosine", Score::accuracyLost, Statistic.WORST, 1, 2),
          new Goal("loss after a tenth", Score::tenth, Statistic.MEDIAN, 1.1, 1.2),
          new Goal("loss after a tenth", Score::tenth, Statistic.WORST, 1.5, 2),
          new Goal("loss / DL4J's default", Score::defaultRatio, Statistic.NOT_BELOW, 0.1, 0.1),
          new Goal("runs not finite", Score::nonFinite, Statistic.TOTAL, 0, 0));

  /** The statistic of all scores that there are. */
  double value(List<Score> all) {
    return statistic.of(
        all.stream().mapToDouble(measure).filter(value -> !Double.isNaN(value)).toArray());
  }

  /** The upper bound. */
  double max(boolean keptApart) {
    return keptApart ? maxApart : max;
  }

  /** The number of settings that exceed the bound, were it one for each of them. */
  int misses(List<Score> all, boolean keptApart) {
    double bound = statistic == Statistic.NOT_BELOW ? Math.nextDown(1.0) : max(keptApart);
    return (int) all.stream().mapToDouble(measure).filter(value -> value > bound).count();
  }
}
