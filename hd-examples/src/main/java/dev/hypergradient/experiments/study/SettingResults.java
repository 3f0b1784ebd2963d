package dev.hypergradient.experiments.study;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of one setting, of which at least one had a constant rate. Numbers are medians over
 * seeds where a method ran with several.
 */
final class SettingResults {
  private static final double FLOOR = 1e-3;

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

  /**
   * The results of a plan. Methods of which runs of the first seed are missing are left out; empty
   * if the parameter-free rule or the constant rates are among them.
   */
  static Optional<SettingResults> of(RunPlan plan, RunFile file) {
    Set<StudyMethod> unfinished =
        plan.first().stream()
            .filter(run -> file.find(run).isEmpty())
            .map(StudyRun::method)
            .collect(Collectors.toSet());
    if (unfinished.contains(StudyMethod.PARAMETER_FREE)
        || unfinished.contains(StudyMethod.CONSTANT)) {
      return Optional.empty();
    }
    List<StudyResult> first = file.find(plan.first());
    List<StudyResult> results =
        Stream.concat(first.stream(), file.find(plan.further(first)).stream())
            .filter(result -> !unfinished.contains(result.run().method()))
            .toList();
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
    return median(method, rate, floored(StudyResult::loss));
  }

  /** Nobody cares how far a loss is below a thousandth of the first one. */
  private static ToDoubleFunction<StudyResult> floored(ToDoubleFunction<StudyResult> loss) {
    return result -> Math.max(loss.applyAsDouble(result), FLOOR * result.initialLoss());
  }

  /** The median of a value over the runs of a method with a rate; NaN if there are none. */
  double median(StudyMethod method, double rate, ToDoubleFunction<StudyResult> value) {
    return Statistic.MEDIAN.of(runs(method, rate).mapToDouble(value).toArray());
  }

  /** Final training loss, relative to that of the best constant rate. */
  double regret(StudyMethod method, double rate) {
    return loss(method, rate) / loss(StudyMethod.CONSTANT, bestRate);
  }

  /** The score of a method with one rate; NaN if it did not run. */
  Score score(StudyMethod method, double rate) {
    double loss = loss(method, rate);
    double bestCosine = bestRate(StudyMethod.COSINE).orElse(Double.NaN);
    double accuracy = accuracy(method, rate);
    return new Score(
        regret(method, rate),
        loss / loss(StudyMethod.COSINE, bestCosine),
        loss / loss(StudyMethod.CONSTANT, setting.family().defaultRate()),
        median(method, rate, StudyResult::tenthLoss)
            / median(StudyMethod.CONSTANT, bestRate, StudyResult::tenthLoss),
        accuracy - accuracy(StudyMethod.CONSTANT, bestRate),
        setting.problem().hasManyTestExamples()
            ? accuracy(StudyMethod.COSINE, bestCosine) - accuracy
            : Double.NaN,
        nonFinite(runs(method, rate)));
  }

  private double accuracy(StudyMethod method, double rate) {
    return 100 * median(method, rate, StudyResult::accuracy);
  }

  /**
   * The score of the constant rate with the smallest loss at the average of the parameters; of
   * losses only, after the last step.
   */
  Score averaged() {
    double loss =
        rates(StudyMethod.CONSTANT).stream()
            .mapToDouble(
                rate -> median(StudyMethod.CONSTANT, rate, floored(StudyResult::averagedLoss)))
            .filter(value -> !Double.isNaN(value))
            .min()
            .orElse(Double.NaN);
    double none = Double.NaN;
    return new Score(
        loss / loss(StudyMethod.CONSTANT, bestRate),
        loss / loss(StudyMethod.COSINE, bestRate(StudyMethod.COSINE).orElse(none)),
        loss / loss(StudyMethod.CONSTANT, setting.family().defaultRate()),
        none,
        none,
        none,
        0);
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

  private Stream<StudyResult> runs(StudyMethod method, double rate) {
    return results.stream()
        .filter(result -> result.run().method() == method && result.run().rate() == rate);
  }

  private static int nonFinite(Stream<StudyResult> runs) {
    return (int) runs.filter(result -> !result.finite()).count();
  }
}
