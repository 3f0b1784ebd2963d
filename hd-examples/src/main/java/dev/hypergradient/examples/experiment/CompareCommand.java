package dev.hypergradient.examples.experiment;

import dev.hypergradient.examples.published.PublishedRuns;
import dev.hypergradient.examples.report.ComparisonChart;
import dev.hypergradient.examples.report.ComparisonChart.Group;
import dev.hypergradient.examples.report.HtmlPage;
import dev.hypergradient.examples.report.Section;
import dev.hypergradient.examples.report.StyledRecord;
import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.UpdaterName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                    options().momentum))
        .map(method -> new Cell(task, method))
        .toList();
  }

  @Override
  HtmlPage report(Task task, List<CellResult> results, Path files) throws IOException {
    Map<UpdaterName, TrainingRecord> published = published(task);
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(
            "this library: " + task.architecture().name() + " on " + task.data().name(),
            results.stream()
                .map(r -> new StyledRecord(r.training(), r.method().style()))
                .toList()));
    if (!published.isEmpty()) {
      groups.add(new Group("published by the authors", authors(results, published)));
    }
    Path chart = withEnding(files, ".png");
    ComparisonChart.write(groups, chart);
    return new HtmlPage(
        "Six methods: " + task.architecture().name() + " on " + task.data().name(),
        "Plain updaters keep the learning rate that they start with (dashed); their twins learn it"
            + " by hypergradient descent (solid). All start from the same weights and see the same"
            + " images in the same order.",
        List.of(
            Section.of("Learning rate, training loss, test loss", "", chart),
            Section.of(
                "In numbers",
                "α and training loss are means over the last epoch."
                    + (published.isEmpty() ? "" : " Authors: what they have published of it."),
                table(results, published))),
        Map.of());
  }

  private Map<UpdaterName, TrainingRecord> published(Task task) throws IOException {
    Map<UpdaterName, TrainingRecord> found = new EnumMap<>(UpdaterName.class);
    if (published().isPresent() && isPublishedTask()) {
      String model = options().model.toString().replace("16", "");
      PublishedRuns runs = new PublishedRuns(published().get(), model);
      for (UpdaterName updater : UpdaterName.values()) {
        runs.find(updater, task.epochs()).ifPresent(run -> found.put(updater, run));
      }
    }
    return found;
  }

  private static List<StyledRecord> authors(
      List<CellResult> results, Map<UpdaterName, TrainingRecord> published) {
    return results.stream()
        .flatMap(
            result ->
                find(published, result).stream()
                    .map(run -> new StyledRecord(run, result.method().style())))
        .toList();
  }

  private static Optional<TrainingRecord> find(
      Map<UpdaterName, TrainingRecord> published, CellResult result) {
    return published.values().stream()
        .filter(run -> run.label().equals(result.method().name()))
        .findFirst();
  }

  private static TextTable table(
      List<CellResult> results, Map<UpdaterName, TrainingRecord> published) {
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
          row.add(find(published, result).map(column::text).orElse(""));
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
