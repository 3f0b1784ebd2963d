package dev.hypergradient.experiments;

import dev.hypergradient.examples.cli.NumberTypes;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Final loss against the learning rate that training starts from. */
@Command(
    name = "sensitivity",
    description =
        "Trains from many learning rates: plain updaters, their -hd versions, and towers of two"
            + " levels.")
public final class SensitivityCommand extends ExperimentCommand {
  @Option(
      names = "--rates",
      paramLabel = "RATE",
      split = ",",
      defaultValue = "0,1e-6,1e-5,1e-4,1e-3,1e-2,1e-1,1",
      converter = NumberTypes.NonNegative.class,
      description = "Learning rates to start from. Default: ${DEFAULT-VALUE}.")
  private List<Double> rates;

  SensitivityCommand() {}

  @Override
  List<Cell> cells(Task task) {
    double momentum = options().hyperparameters.momentum();
    List<Cell> cells = new ArrayList<>();
    for (UpdaterName updater : UpdaterName.values()) {
      double hyperRate = hyperLearningRate(updater);
      for (double rate : rates) {
        cells.add(new Cell(task, Method.of(updater, rate, hyperRate, momentum)));
        if (updater.learnsRate()) {
          cells.add(new Cell(task, Method.tower(updater.plain(), rate, hyperRate, momentum)));
        }
      }
    }
    return cells;
  }

  @Override
  Report report(Task task, List<CellResult> results, Path files) throws IOException {
    Sweep sweep =
        new Sweep(
            "learning rate α₀",
            rates.stream().sorted().toList(),
            result -> result.method().learningRate(),
            results);
    Path chart = withEnding(files, ".png");
    sweep.writeChart(chart);
    return new Report(
        "Sensitivity to the learning rate: " + task.model() + " on " + task.data().name(),
        "The flatter a line, the less it matters which learning rate training starts from. Dashed:"
            + " plain updaters. Solid: the learning rate is learned. Dotted: so is the rate that"
            + " it is learned with. Runs that diverged are left out.",
        List.of(
            Section.of("Results by start", "", chart),
            Section.of("Final training loss", "", sweep.table(CellResult::fullTrainingLoss)),
            Section.of("Final learning rate", "", sweep.rateTable())));
  }
}
