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

/** The six methods of the paper over batch sizes. */
@Command(
    name = "batch-size",
    description = "Trains by the six methods of the paper with batches of many sizes.")
public final class BatchSizeCommand extends ExperimentCommand {
  @Option(
      names = "--batches",
      paramLabel = "N",
      split = ",",
      defaultValue = "16,32,64,128,256,512",
      converter = NumberTypes.Count.class,
      description = "Batch size. Default: ${DEFAULT-VALUE}.")
  private List<Integer> batches;

  BatchSizeCommand() {}

  @Override
  List<Cell> cells(Task task) {
    List<Cell> cells = new ArrayList<>();
    for (UpdaterName updater : UpdaterName.values()) {
      Method method =
          Method.of(
              updater,
              options().learningRate,
              hyperLearningRate(updater),
              options().hyperparameters.momentum());
      for (int batch : batches) {
        cells.add(new Cell(task.withBatchSize(batch), method));
      }
    }
    return cells;
  }

  @Override
  Report report(Task task, List<CellResult> results, Path files) throws IOException {
    Sweep sweep =
        new Sweep(
            "batch size",
            batches.stream().sorted().map(Integer::doubleValue).toList(),
            result -> result.cell().task().batchSize(),
            results);
    Path chart = withEnding(files, ".png");
    sweep.writeChart(chart);
    return new Report(
        "Batch sizes: " + task.model() + " on " + task.data().name(),
        "All runs see every image equally often, so that larger batches mean fewer steps. Dashed:"
            + " plain updaters, at the learning rate that their -hd versions (solid) start from."
            + " Runs that diverged are left out.",
        List.of(
            Section.of("Results by batch size", "", chart),
            Section.of("Final training loss", "", sweep.table(CellResult::fullTrainingLoss)),
            Section.of("Final learning rate", "", sweep.rateTable())));
  }
}
