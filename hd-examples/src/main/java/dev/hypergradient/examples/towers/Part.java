package dev.hypergradient.examples.towers;

import dev.hypergradient.examples.report.LevelsChart;
import dev.hypergradient.examples.report.LevelsCsv;
import dev.hypergradient.examples.training.TrainingRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parts of the papers that can be repeated, each with a table, a CSV file, and a chart. */
public enum Part {
  /** Towers on SGD. */
  TABLE1 {
    @Override
    public void run(TowerSetting setting, Path directory, PrintWriter out) throws IOException {
      table(setting, PaperTowers.table1(), directory, out);
    }
  },
  /** Towers on Adam. */
  TABLE2 {
    @Override
    public void run(TowerSetting setting, Path directory, PrintWriter out) throws IOException {
      table(setting, PaperTowers.table2(setting.secondMoment()), directory, out);
    }
  },
  /** Test error against the learning rate that all levels start from. */
  SENSITIVITY {
    @Override
    public void run(TowerSetting setting, Path directory, PrintWriter out) throws IOException {
      List<SweepPoint> points = new SensitivitySweep(setting).run();
      SweepReport.writeCsv(points, file(setting, directory, ".csv"));
      SweepChart.write(points, file(setting, directory, ".png"));
      print(out, SweepReport.table(points), file(setting, directory, ".png"));
    }
  },
  /** Time of a training step against the height of the tower. */
  COST {
    @Override
    public void run(TowerSetting setting, Path directory, PrintWriter out) throws IOException {
      CostMeasurement measurement = new CostMeasurement(setting, COST_ROUNDS);
      List<StepCost> costs =
          Stream.of(UniformTower.values()).flatMap(kind -> measurement.run(kind).stream()).toList();
      CostReport.writeCsv(costs, file(setting, directory, ".csv"));
      CostChart.write(costs, file(setting, directory, ".png"));
      print(out, CostReport.table(costs), file(setting, directory, ".png"));
    }
  };

  private static final int COST_ROUNDS = 50;

  /**
   * Repeats this part.
   *
   * @param directory where files go; they are replaced
   * @param out where the table goes
   */
  public abstract void run(TowerSetting setting, Path directory, PrintWriter out)
      throws IOException;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  final void table(TowerSetting setting, List<Tower> towers, Path directory, PrintWriter out)
      throws IOException {
    List<TowerRun> runs = PaperTable.run(setting, toString(), towers);
    List<TableRow> rows =
        runs.stream().flatMap(run -> TableRow.of(run, setting.authors()).stream()).toList();
    PaperTableReport.writeCsv(rows, file(setting, directory, ".csv"));
    List<TrainingRecord> learning =
        runs.stream().filter(TowerRun::isLearning).map(TowerRun::tower).toList();
    LevelsCsv.write(learning, "Tower", file(setting, directory, "-levels.csv"));
    LevelsChart.write(learning, file(setting, directory, "-levels.png"));
    print(out, PaperTableReport.table(rows), file(setting, directory, "-levels.png"));
  }

  final Path file(TowerSetting setting, Path directory, String ending) {
    return directory.resolve("towers-" + setting.data().name() + "-" + this + ending);
  }

  final void print(PrintWriter out, String table, Path file) {
    out.printf("%n%s: %s%n%s", this, file, table);
    out.flush();
  }
}
