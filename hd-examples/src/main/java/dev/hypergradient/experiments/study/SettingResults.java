package dev.hypergradient.experiments.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The runs of one setting, of which at least one had a constant rate. Numbers are medians over
 * seeds where a method ran with several.
 */
final class SettingResults {
  private final Setting setting;
  private final List<StudyResult> results;
  private final double bestRate;

  /**
   * Results of one setting.
   *
   * @throws IllegalArgumentException if there is no run with a constant rate
   */
  SettingResults(Setting setting, List<StudyResult> results) {
    this.setting = Objects.requireNonNull(setting, "setting");
    this.results = List.copyOf(results);
    bestRate =
        bestRate(StudyMethod.CONSTANT)
            .orElseThrow(() -> new IllegalArgumentException(setting + " has no constant rate"));
  }

  /** The results of a plan; empty while runs of the first seed are missing. */
  static Optional<SettingResults> of(RunPlan plan, RunFile file) {
    List<StudyResult> results = new ArrayList<>(file.find(plan.first()));
    if (results.size() < plan.first().size()) {
      return Optional.empty();
    }
    results.addAll(file.find(plan.further(results)));
    return Optional.of(new SettingResults(plan.setting(), results));
  }

  /** The setting of all runs. */
  Setting setting() {
    return setting;
  }

  /** The constant rate with the smallest final loss. */
  double bestRate() {
    return bestRate;
  }

  /**
   * The rate of a method with the smallest final loss, of those that ran with the most seeds; the
   * smallest of equal ones. Empty if the method did not run.
   */
  OptionalDouble bestRate(StudyMethod method) {
    List<Double> rates = rates(method);
    long maxSeeds = rates.stream().mapToLong(rate -> runs(method, rate).count()).max().orElse(0);
    return rates.stream()
        .filter(rate -> runs(method, rate).count() == maxSeeds)
        .min(Comparator.comparingDouble(rate -> loss(method, rate)))
        .stream()
        .mapToDouble(rate -> rate)
        .findFirst();
  }

  /** The rates that a method ran with, sorted. */
  List<Double> rates(StudyMethod method) {
    return results.stream()
        .map(StudyResult::run)
        .filter(run -> run.method() == method)
        .map(StudyRun::rate)
        .distinct()
        .sorted()
        .toList();
  }

  /** Final training loss; NaN if there is no such run. */
  double loss(StudyMethod method, double rate) {
    return median(method, rate, StudyResult::loss);
  }

  /** The median of a value over the runs of a method with a rate; NaN if there are none. */
  double median(StudyMethod method, double rate, ToDoubleFunction<StudyResult> value) {
    return Statistic.MEDIAN.of(runs(method, rate).mapToDouble(value).toArray());
  }

  /** Final training loss, relative to that of the best constant rate. */
  double regret(StudyMethod method, double rate) {
    return relative(method, rate, StudyResult::loss);
  }

  /** The score of a method with one rate; NaN if it did not run. */
  Score score(StudyMethod method, double rate) {
    double accuracy = median(method, rate, StudyResult::accuracy);
    double bestAccuracy = median(StudyMethod.CONSTANT, bestRate, StudyResult::accuracy);
    return new Score(
        regret(method, rate),
        relative(method, rate, StudyResult::tenthLoss),
        100 * (accuracy - bestAccuracy),
        nonFinite(runs(method, rate)));
  }

  /** The score of the parameter-free rule. */
  Score parameterFree() {
    return score(StudyMethod.PARAMETER_FREE, 0);
  }

  /** Number of runs. */
  int count() {
    return results.size();
  }

  /** Seconds that all runs took. */
  double seconds() {
    return results.stream().mapToDouble(StudyResult::seconds).sum();
  }

  /** The rate over time of the first run of the parameter-free rule. */
  List<RatePoint> ratesOverTime() {
    return runs(StudyMethod.PARAMETER_FREE, 0)
        .findFirst()
        .map(StudyResult::rates)
        .orElse(List.of());
  }

  private double relative(StudyMethod method, double rate, ToDoubleFunction<StudyResult> value) {
    return median(method, rate, value) / median(StudyMethod.CONSTANT, bestRate, value);
  }

  private Stream<StudyResult> runs(StudyMethod method, double rate) {
    return results.stream()
        .filter(result -> result.run().method() == method && result.run().rate() == rate);
  }

  private static int nonFinite(Stream<StudyResult> runs) {
    return (int) runs.filter(result -> !result.finite()).count();
  }
}
