package dev.hypergradient.experiments.towers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergradient.examples.TowersExample;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTableTest {
  @Test
  void listsWhatEveryLevelHasLearned() throws IOException {
    List<TableRow> rows = rows(TowersExample.table2(0).get(1));

    assertThat(rows.stream().map(TableRow::quantity))
        .containsExactly(
            "test accuracy",
            "level 0 learningRate",
            "level 0 beta1",
            "level 0 beta2",
            "level 1 learningRate[0]",
            "level 1 learningRate[1]",
            "level 1 learningRate[2]",
            "plain test accuracy");
    // Gradients of neighbouring batches agree, so the learning rate rises from 0.001.
    assertThat(rows.get(1).value()).isGreaterThan(0.001);
  }

  @Test
  void towersThatLearnNothingHaveNoPlainRun() throws IOException {
    assertThat(rows(TowersExample.table1().get(0))).hasSize(1);
    assertThat(rows(TowersExample.table2(1e-8).get(0))).hasSize(1);
  }

  @Test
  void textComparesWithTheAuthors() {
    String table =
        PaperTableReport.table(
            List.of(
                new TableRow("SGD", TableRow.ACCURACY, 0.8, 0.7962),
                new TableRow("SGD", "level 0 learningRate", 0.11, 0.1),
                new TableRow("SGD", TableRow.PLAIN_ACCURACY, 0.9, Double.NaN)));

    assertThat(table)
        .isEqualToNormalizingNewlines(
            """
            tower                      here  authors' code  difference
            SGD                      80.00%         79.62%       +0.38
              level 0 learningRate  0.11000        0.10000      +10.0%
              plain test accuracy    90.00%                          \s
            """);
  }

  private static List<TableRow> rows(Tower tower) throws IOException {
    List<TowerRun> runs = PaperTable.run(Settings.fiveSteps(), "test", List.of(tower));
    return TableRow.of(runs.get(0), AuthorsResults.none());
  }
}
