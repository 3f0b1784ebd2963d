package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.experiments.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row per goal, one column per method; in brackets the number of settings that exceed the
 * bound.
 */
final class GoalsTable {
  private GoalsTable() {}

  static TextTable of(Study study) {
    boolean keptApart = study.keptApart();
    List<Entrant> entrants =
        Arrays.stream(Entrant.values())
            .filter(entrant -> !study.scores(entrant).isEmpty())
            .toList();
    List<String> header = new ArrayList<>(List.of("", "at most"));
    entrants.forEach(entrant -> header.add(entrant + " (" + study.scores(entrant).size() + ")"));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (Goal goal : Goal.ALL) {
      List<String> row = new ArrayList<>();
      row.add(goal.name() + ", " + goal.statistic());
      row.add(Numbers.exact(goal.max(keptApart)));
      entrants.forEach(entrant -> row.add(cell(goal, study.scores(entrant), keptApart)));
      table.add(row.toArray(String[]::new));
    }
    return table;
  }

  private static String cell(Goal goal, List<Score> scores, boolean keptApart) {
    double value = goal.value(scores);
    String text = goal.statistic() == Statistic.TOTAL ? Numbers.count(value) : Ratios.format(value);
    return text.isEmpty() ? text : text + " (" + goal.misses(scores, keptApart) + ")";
  }
}
