package dev.hypergradient.experiments;

import dev.hypergradient.examples.report.StyledRecord;
import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.published.PublishedRuns;
import dev.hypergradient.experiments.report.ComparisonChart;
import dev.hypergradient.experiments.report.ComparisonChart.Group;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** The paper's six methods on one task, beside the authors' curves where there are any. */
@Command(
    name = "compare",
    description = "Trains by the six methods of the paper and draws them beside the authors'.")
public final class CompareCommand extends ExperimentCommand {
  CompareCommand() {}

  @Override
  List<Cell> cells(Task task) {
    return Stream.of(UpdaterName.values())
        .map(
            updater ->
                Method.of(
                    updater,
                    options().learningRate,
                    hyperLearningRate(updater),
                    options().hyperparameters.momentum()))
        .map(method -> new Cell(task, method))
        .toList();
  }

  @Override
  Report report(Task task, List<CellResult> results, Path files) throws IOException {
    Map<String, TrainingRecord> published = published(task);
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(
            "this library: " + task.model() + " on " + task.data().name(),
            results.stream()
                .map(r -> new StyledRecord(r.training(), r.method().style()))
                .toList()));
    if (!published.isEmpty()) {
      groups.add(new Group("published by the authors", authors(results, published)));
    }
    Path chart = withEnding(files, ".png");
    ComparisonChart.write(groups, chart);
    return new Report(
        "Six methods: " + task.model() + " on " + task.data().name(),
        "Plain updaters keep the learning rate that they start with (dashed); their -hd versions"
            + " learn it by hypergradient descent (solid). All start from the same weights and see"
            + " the same images in the same order.",
        List.of(
            Section.of("Learning rate, training loss, test loss", "", chart),
            Section.of(
                "In numbers",
                "α and training loss are means over the last epoch."
                    + (published.isEmpty() ? "" : authorsNote()),
                table(results, published))));
  }

  private Map<String, TrainingRecord> published(Task task) throws IOException {
    Map<String, TrainingRecord> found = new LinkedHashMap<>();
    if (published().isPresent() && isPublishedTask()) {
      String model = options().model.toString().replace("16", "");
      PublishedRuns runs = new PublishedRuns(published().get(), model);
      for (UpdaterName updater : UpdaterName.values()) {
        runs.find(updater, task.epochs()).ifPresent(run -> found.put(run.label(), run));
      }
    }
    return found;
  }

  private static List<StyledRecord> authors(
      List<CellResult> results, Map<String, TrainingRecord> published) {
    return results.stream()
        .map(CellResult::method)
        .filter(method -> published.containsKey(method.name()))
        .map(method -> new StyledRecord(published.get(method.name()), method.style()))
        .toList();
  }

  /** What to know about the authors' runs when comparing. */
  private String authorsNote() {
    String network =
        options().model == ModelName.VGG ? " with a VGG-16, on all 50,000 training images" : "";
    return " Authors: what they have published, at α₀ = 1e-3 with batches of 128 images"
        + network
        + "; of the perceptron and the VGG the means of epochs only.";
  }

  private static TextTable table(List<CellResult> results, Map<String, TrainingRecord> published) {
    List<Column> columns =
        List.of(
            new Column("mean α", TrainingRecord::meanLearningRate, Numbers::rate),
            new Column("training loss", TrainingRecord::trainingLoss, Numbers::loss),
            new Column("test loss", TrainingRecord::testLoss, Numbers::loss));
    List<String> header = new ArrayList<>(List.of("method", "β"));
    for (Column column : columns) {
      header.add(column.name());
      if (!published.isEmpty()) {
        header.add("authors");
      }
    }
    header.addAll(List.of("test accuracy", "time"));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (CellResult result : results) {
      List<String> row = new ArrayList<>();
      row.add(result.method().name());
      row.add(Numbers.hyperRate(result.method().hyperLearningRate()));
      for (Column column : columns) {
        row.add(column.text(result.training()));
        if (!published.isEmpty()) {
          TrainingRecord authors = published.get(result.method().name());
          row.add(authors == null ? "" : column.text(authors));
        }
      }
      row.add(Numbers.percent(result.training().testAccuracy()));
      row.add(Math.round(result.seconds()) + " s");
      table.add(row.toArray(String[]::new));
    }
    return table;
  }

  /** A number of a run. */
  private record Column(
      String name, ToDoubleFunction<TrainingRecord> value, DoubleFunction<String> format) {
    private String text(TrainingRecord training) {
      return format.apply(value.applyAsDouble(training));
    }
  }
}
