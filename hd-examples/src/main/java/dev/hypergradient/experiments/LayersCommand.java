package dev.hypergradient.experiments;

import dev.hypergradient.LearningRateScope;
import dev.hypergradient.examples.report.StyledRecord;
import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.report.ComparisonChart;
import dev.hypergradient.experiments.report.ComparisonChart.Group;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learning rates of a network's layers, each learned separately. */
@Command(
    name = "layers",
    description = "Trains with one learning rate for the network, and with one for each layer.")
public final class LayersCommand extends ExperimentCommand {
  @Option(
      names = "--updater",
      paramLabel = "NAME",
      defaultValue = "adam-hd",
      description = "sgd-hd, nesterovs-hd or adam-hd. Default: ${DEFAULT-VALUE}.")
  private UpdaterName updater;

  LayersCommand() {}

  @Override
  void check() {
    if (!updater.learnsRate()) {
      throw wrongOption("--updater must learn its learning rate, got " + updater);
    }
  }

  @Override
  List<Cell> cells(Task task) {
    return Stream.of(LearningRateScope.NETWORK, LearningRateScope.LAYER)
        .map(
            scope ->
                Method.scoped(
                    updater.plain(),
                    scope,
                    options().learningRate,
                    hyperLearningRate(updater),
                    options().hyperparameters.momentum()))
        .map(method -> new Cell(task, method))
        .toList();
  }

  @Override
  Report report(Task task, List<CellResult> results, Path files) throws IOException {
    Path rates = withEnding(files, "-rates.png");
    LayersChart.write(results, rates);
    Path chart = withEnding(files, ".png");
    ComparisonChart.write(List.of(new Group("", styled(results))), chart);
    return new Report(
        "A learning rate for each layer: " + task.model() + " on " + task.data().name(),
        "The same updater with one learning rate for the whole network, and with one for each"
            + " layer.",
        List.of(
            Section.of("Learning rates", "Light: near the input. Dark: near the output.", rates),
            Section.of(
                "Loss",
                "Where there are several learning rates, α is that of the first layer.",
                chart),
            Section.of("In numbers", "", table(results)),
            Section.of("Final learning rates", "", rateTable(results))));
  }

  private static List<StyledRecord> styled(List<CellResult> results) {
    List<StyledRecord> styled = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      styled.add(StyledRecord.at(i, results.get(i).training()));
    }
    return styled;
  }

  private static TextTable table(List<CellResult> results) {
    TextTable table =
        new TextTable("method", "rates", "training loss", "test loss", "test accuracy", "time");
    for (CellResult result : results) {
      table.add(
          result.method().name(),
          Integer.toString(Math.max(1, result.rates().layers().size())),
          Numbers.loss(result.fullTrainingLoss()),
          Numbers.loss(result.training().testLoss()),
          Numbers.percent(result.training().testAccuracy()),
          Math.round(result.seconds()) + " s");
    }
    return table;
  }

  private static TextTable rateTable(List<CellResult> results) {
    TextTable table = new TextTable("layers", "method", "final α");
    for (CellResult result : results) {
      RateTrace trace = result.rates();
      if (trace.layers().isEmpty()) {
        table.add("all", result.method().name(), Numbers.rate(result.finalRate()));
      }
      for (int i = 0; i < trace.layers().size(); i++) {
        double last = trace.rates().get(trace.rates().size() - 1).get(i);
        table.add(trace.layers().get(i), result.method().name(), Numbers.rate(last));
      }
    }
    return table;
  }
}
