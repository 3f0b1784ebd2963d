package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.CsvReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes one row per setting. */
final class StudyCsv {
  private static final List<String> COLUMNS =
      List.of(
          "problem",
          "batch",
          "family",
          "best_rate",
          "best_loss",
          "best_tenth_loss",
          "best_test_accuracy",
          "loss",
          "tenth_loss",
          "test_accuracy",
          "final_rate",
          "non_finite");

  private StudyCsv() {}

  /** Writes or replaces a file. */
  static void write(Study study, Path file) throws IOException {
    List<String> header = new ArrayList<>(COLUMNS);
    for (Entrant entrant : Entrant.values()) {
      String name = entrant.name().toLowerCase(Locale.ROOT);
      header.addAll(
          List.of(name + "_regret", name + "_cosine_regret", name + "_tenth", name + "_points"));
    }
    CsvFile.write(
        file,
        header,
        csv -> {
          for (SettingResults results : study.settings()) {
            csv.printRecord(row(study, results));
          }
        });
  }

  private static List<Object> row(Study study, SettingResults results) {
    Setting setting = results.setting();
    List<Object> row =
        new ArrayList<>(List.of(setting.problem(), setting.batchSize(), setting.family()));
    row.add(results.bestRate());
    addMedians(row, results, StudyMethod.CONSTANT, results.bestRate());
    addMedians(row, results, StudyMethod.PARAMETER_FREE, 0);
    row.add(number(results.median(StudyMethod.PARAMETER_FREE, 0, StudyResult::finalRate)));
    row.add(results.parameterFree().nonFinite());
    for (Entrant entrant : Entrant.values()) {
      Score score = study.score(entrant, results);
      row.add(number(score.regret()));
      row.add(number(score.cosineRegret()));
      row.add(number(score.tenth()));
      row.add(number(score.accuracyDifference()));
    }
    return row;
  }

  private static void addMedians(
      List<Object> row, SettingResults results, StudyMethod method, double rate) {
    row.add(number(results.median(method, rate, StudyResult::loss)));
    row.add(number(results.median(method, rate, StudyResult::tenthLoss)));
    row.add(number(results.median(method, rate, StudyResult::accuracy)));
  }

  private static String number(double value) {
    return CsvReport.number(value);
  }
}
