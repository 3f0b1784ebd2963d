package dev.hypergradient.experiments.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hypergradient.examples.TowersExample;
import dev.hypergradient.examples.data.DataDirectories;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.published.DirectoryProperty;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Towers of the papers' tables from the authors' initial weights, against what the authors' code
 * reaches: the accuracies to 0.05 points, five images, and the learning rates to three digits, for
 * both compute in float and add in other orders. All deviations were 0.01 points and 1e-5 of the
 * rate at most.
 */
class MnistTowersTest {
  private static final double SECOND_MOMENT = 1e-8;

  @Test
  void sgdLearnsWhatTheAuthorsSgdLearns() throws IOException {
    List<TableRow> rows = rows(TowersExample.table1().subList(0, 2));

    assertThat(accuracy(rows.get(0))).isEqualTo(0.7962, within(5e-4));
    assertThat(accuracy(rows.get(1))).isEqualTo(0.8836, within(5e-4));
    assertThat(rows.get(2).quantity()).isEqualTo("level 0 learningRate");
    assertThat(rows.get(2).value()).isEqualTo(0.1456, within(1e-4));
    assertThat(accuracy(rows.get(3))).isEqualTo(0.8873, within(5e-4));
  }

  @Test
  void adamLearnsWhatTheAuthorsAdamLearns() throws IOException {
    List<TableRow> rows =
        rows(
            TowersExample.table2(SECOND_MOMENT).stream()
                .filter(tower -> tower.name().equals("Adam / SGD(1e-5)"))
                .toList());

    assertThat(accuracy(rows.get(0))).isEqualTo(0.9362, within(5e-4));
    assertThat(rows.get(1).quantity()).isEqualTo("level 0 learningRate");
    assertThat(rows.get(1).value()).isEqualTo(0.004764, within(1e-5));
    assertThat(rows.get(2).value()).isEqualTo(0.9000, within(1e-4));
    assertThat(rows.get(3).value()).isEqualTo(0.9990, within(1e-4));
  }

  private static double accuracy(TableRow row) {
    assertThat(row.isAccuracy()).isTrue();
    return row.value();
  }

  private static List<TableRow> rows(List<Tower> towers) throws IOException {
    TowerSetting papers =
        new TowerSetting(
            TowersExample.network(InitialWeights.read(DirectoryProperty.require("hd.published"))),
            DatasetName.MNIST.load(
                DataDirectories.of(Optional.of(DirectoryProperty.require("hd.data")))),
            1,
            300,
            1,
            AuthorsResults.onMnist());
    return PaperTable.run(papers, "test", towers).stream()
        .flatMap(run -> TableRow.of(run, papers.authors()).stream())
        .toList();
  }
}
