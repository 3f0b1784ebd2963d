package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.report.LevelsCsv;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.experiments.report.LevelsChart;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Repeats parts of the papers, and leaves of each a table, a CSV file and a chart. */
final class PartReport {
  private static final int COST_ROUNDS = 50;

  private final TowerSetting setting;
  private final Path directory;
  private final PrintWriter out;

  /**
   * A report.
   *
   * @param directory where files go; they are replaced
   * @param out where tables go
   */
  PartReport(TowerSetting setting, Path directory, PrintWriter out) {
    this.setting = setting;
    this.directory = directory;
    this.out = out;
  }

  /** Trains the towers of Table 1 or 2. */
  void table(Part part, List<Tower> towers) throws IOException {
    List<TowerRun> runs = PaperTable.run(setting, part.toString(), towers);
    List<TableRow> rows =
        runs.stream().flatMap(run -> TableRow.of(run, setting.authors()).stream()).toList();
    PaperTableReport.writeCsv(rows, file(part, ".csv"));
    List<TrainingRecord> learning =
        runs.stream().filter(TowerRun::isLearning).map(TowerRun::tower).toList();
    LevelsCsv.write(learning, "Tower", file(part, "-levels.csv"));
    LevelsChart.write(learning, file(part, "-levels.png"));
    print(part, PaperTableReport.table(rows), file(part, "-levels.png"));
  }

  /** Trains towers of all heights from all learning rates. */
  void sensitivity() throws IOException {
    List<SweepPoint> points = new SensitivitySweep(setting).run();
    Path chart = file(Part.SENSITIVITY, ".png");
    SweepReport.writeCsv(points, file(Part.SENSITIVITY, ".csv"));
    SweepChart.write(points, chart);
    print(Part.SENSITIVITY, SweepReport.table(points), chart);
  }

  /** Measures the steps of towers of all heights. */
  void cost() throws IOException {
    CostMeasurement measurement = new CostMeasurement(setting, COST_ROUNDS);
    List<StepCost> costs =
        Stream.of(UniformTower.values()).flatMap(kind -> measurement.run(kind).stream()).toList();
    Path chart = file(Part.COST, ".png");
    CostReport.writeCsv(costs, file(Part.COST, ".csv"));
    CostChart.write(costs, chart);
    print(Part.COST, CostReport.table(costs), chart);
  }

  private Path file(Part part, String ending) {
    return directory.resolve("towers-" + setting.data().name() + "-" + part + ending);
  }

  private void print(Part part, String table, Path file) {
    out.printf("%n%s: %s%n%s", part, file, table);
    out.flush();
  }
}
