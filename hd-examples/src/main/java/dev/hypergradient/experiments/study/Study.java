package dev.hypergradient.experiments.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The results of all settings together. */
record Study(List<SettingResults> settings) {
  /** Copies the list; rejects an empty study. */
  Study {
    settings = List.copyOf(settings);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("a study needs at least 1 setting, got none");
    }
  }

  /** The settings of a family. */
  List<SettingResults> of(Family family) {
    return settings.stream().filter(results -> results.setting().family() == family).toList();
  }

  /**
   * The settings of problems that were kept apart when the parameter-free rule was chosen, or of
   * the others.
   */
  Optional<Study> part(boolean keptApart) {
    List<SettingResults> part =
        settings.stream()
            .filter(results -> results.setting().problem().keptApart() == keptApart)
            .toList();
    return part.isEmpty() ? Optional.empty() : Optional.of(new Study(part));
  }

  /** Whether all problems were kept apart. */
  boolean keptApart() {
    return settings.stream().allMatch(results -> results.setting().problem().keptApart());
  }

  /** The families that there are settings of. */
  List<Family> families() {
    return settings.stream()
        .map(results -> results.setting().family())
        .distinct()
        .sorted()
        .toList();
  }

  /** The constant rate with the smallest median regret over the settings of a family. */
  double oneRate(Family family) {
    return family.rates().stream()
        .min(
            Comparator.comparingDouble(
                rate -> median(of(family), results -> results.regret(StudyMethod.CONSTANT, rate))))
        .orElseThrow();
  }

  /** The scores of an entrant in the settings that it took part in. */
  List<Score> scores(Entrant entrant) {
    return settings.stream()
        .map(results -> score(entrant, results))
        .filter(score -> !Double.isNaN(score.regret()))
        .toList();
  }

  /** The score of an entrant in a setting; NaN if it did not take part. */
  Score score(Entrant entrant, SettingResults results) {
    return switch (entrant) {
      case PARAMETER_FREE -> results.parameterFree();
      case ADDITIVE -> results.score(StudyMethod.ADDITIVE, RunPlan.PAPERS_RATE);
      case ONE_RATE -> results.score(StudyMethod.CONSTANT, oneRate(results.setting().family()));
      case DEFAULT -> results.score(StudyMethod.CONSTANT, results.setting().family().defaultRate());
      case COSINE ->
          results.score(
              StudyMethod.COSINE, results.bestRate(StudyMethod.COSINE).orElse(Double.NaN));
      case AVERAGED -> results.averaged();
    };
  }

  /** Median of a value over settings. */
  private static double median(
      List<SettingResults> settings, ToDoubleFunction<SettingResults> value) {
    return Statistic.MEDIAN.of(settings.stream().mapToDouble(value).toArray());
  }
}
