package dev.hypergradient.examples.towers;

import dev.hypergradient.examples.terminal.Terminal;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.hyper.LevelValues;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Trains the towers of a table, and after each DL4J's plain updater with the values that the tower
 * has learned.
 */
final class PaperTable {
  private final TowerSetting setting;
  private final List<TableRow> rows = new ArrayList<>();

  private PaperTable(TowerSetting setting) {
    this.setting = setting;
  }

  /** Trains the towers in turn; each gives several rows. */
  static List<TableRow> run(TowerSetting setting, String title, List<Tower> towers) {
    PaperTable table = new PaperTable(setting);
    for (Tower tower : Terminal.progress(title, towers)) {
      table.train(tower);
    }
    return table.rows;
  }

  private void train(Tower tower) {
    TrainingRecord training = setting.train(tower.name(), tower.updater());
    add(tower, TableRow.ACCURACY, training.testAccuracy());
    List<LevelValues> levels = training.levels();
    for (int level = 0; level < levels.size(); level++) {
      addLearned(tower, level, levels.get(level));
    }
    if (!levels.isEmpty()) {
      IUpdater plain = tower.plain().apply(levels.get(0));
      add(tower, TableRow.PLAIN_ACCURACY, setting.train(tower.name(), plain).testAccuracy());
    }
  }

  private void addLearned(Tower tower, int level, LevelValues values) {
    values
        .getValues()
        .forEach(
            (hyperparameter, list) -> {
              for (int i = 0;
                  values.getLearned().contains(hyperparameter) && i < list.size();
                  i++) {
                String index = list.size() == 1 ? "" : "[" + i + "]";
                add(tower, "level " + level + " " + hyperparameter + index, list.get(i));
              }
            });
  }

  private void add(Tower tower, String quantity, double value) {
    double authors = setting.authors().of("table", tower.name(), quantity);
    rows.add(new TableRow(tower.name(), quantity, value, authors));
  }
}
