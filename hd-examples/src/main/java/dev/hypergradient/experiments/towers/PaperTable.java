package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.terminal.Terminal;
import dev.hypergradient.examples.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the towers of a table, and after each a plain updater with the values that the tower has
 * learned.
 */
final class PaperTable {
  private PaperTable() {}

  /** Trains the towers in turn. */
  static List<TowerRun> run(TowerSetting setting, String title, List<Tower> towers) {
    List<TowerRun> runs = new ArrayList<>();
    for (Tower tower : Terminal.progress(title, towers)) {
      runs.add(run(setting, tower));
    }
    return runs;
  }

  private static TowerRun run(TowerSetting setting, Tower tower) {
    TrainingRecord training = setting.train(tower.name(), tower.updater());
    return new TowerRun(
        training,
        tower
            .plain()
            .map(plain -> plain.apply(training.learned().orElseThrow().levels().get(0)))
            .map(updater -> setting.train(tower.name(), updater)));
  }
}
