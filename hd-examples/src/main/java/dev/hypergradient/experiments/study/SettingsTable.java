package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row per problem and batch size, four columns per family. */
final class SettingsTable {
  private SettingsTable() {}

  static TextTable of(Study study) {
    List<String> header = new ArrayList<>(List.of(""));
    for (Family family : study.families()) {
      header.addAll(List.of(family.toString(), "/ cosine", "tenth", "points"));
    }
    TextTable table = new TextTable(header.toArray(String[]::new));
    study.settings().stream()
        .map(results -> results.setting())
        .map(setting -> new Row(setting.problem(), setting.batchSize()))
        .distinct()
        .forEach(row -> table.add(row.cells(study).toArray(String[]::new)));
    return table;
  }

  private record Row(Problem problem, int batchSize) {
    private List<String> cells(Study study) {
      List<String> cells = new ArrayList<>(List.of(problem + ", " + batchSize));
      for (Family family : study.families()) {
        cells.addAll(find(study, family).map(Row::cells).orElse(List.of("", "", "", "")));
      }
      return cells;
    }

    private Optional<SettingResults> find(Study study, Family family) {
      Setting setting = new Setting(problem, family, batchSize);
      return study.settings().stream().filter(r -> r.setting().equals(setting)).findFirst();
    }

    private static List<String> cells(SettingResults results) {
      Score score = results.parameterFree();
      return List.of(
          Ratios.format(score.regret()),
          Ratios.format(score.cosineRegret()),
          Ratios.format(score.tenth()),
          Ratios.format(score.accuracyDifference()));
    }
  }
}
