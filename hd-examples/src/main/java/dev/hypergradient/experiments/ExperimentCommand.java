package dev.hypergradient.experiments;

import dev.hypergradient.examples.cli.ExampleCommand;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.training.Architecture;
import dev.hypergradient.examples.training.ImageOrder;
import dev.hypergradient.examples.training.Model;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.published.AuthorsStart;
import dev.hypergradient.experiments.report.HtmlPage;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.learning.config.Sgd;
import picocli.CommandLine.Mixin;

/** An experiment: trains the cells that are not finished yet and reports on all of them. */
abstract class ExperimentCommand extends ExampleCommand {
  private static final String CELLS = "cells";

  @Mixin private ExperimentOptions options;

  /** The runs of the experiment. */
  abstract List<Cell> cells(Task task);

  /** What the experiment shows, by title; leaves its pictures in files that begin with a name. */
  abstract Report report(Task task, List<CellResult> results, Path files) throws IOException;

  /** Passes over the training images, unless the user says otherwise; the digits are few. */
  int defaultEpochs() {
    return dataset() == DatasetName.DIGITS ? 10 : 5;
  }

  /** Checks the options that only this experiment has. */
  void check() {}

  @Override
  protected final void run() throws IOException {
    checkDirectory("--published", options.published);
    check();
    Task task = task();
    CellStore store = new CellStore(outDirectory().resolve(CELLS));
    List<CellResult> results = new CellRunner(store, CellRecorder::train, out()).run(cells(task));
    Path files = outDirectory().resolve(commandName() + "-" + task.name());
    SummaryCsv.write(results, options.threshold, withEnding(files, ".csv"));
    EpochsCsv.write(results, withEnding(files, "-epochs.csv"));
    Report report = report(task, results, files);
    Path html = withEnding(files, ".html");
    HtmlPage.write(report, footer(results), html);
    for (Section section : report.sections()) {
      section.table().ifPresent(table -> out().printf("%n%s%n%s", section.heading(), table));
    }
    out().printf("%nReport: %s%n", html);
  }

  /** The options that are the same for all. */
  final ExperimentOptions options() {
    return options;
  }

  /** β of an updater: the user's, else the authors' or, on digits, the examples'. */
  final double hyperLearningRate(UpdaterName updater) {
    return options.hyperLearningRate == null
        ? options.model.model().hyperLearningRates().of(updater, dataset())
        : options.hyperLearningRate;
  }

  /** The authors' results, if the user has them. */
  final Optional<Path> published() {
    return Optional.ofNullable(options.published);
  }

  /** Whether the task is one whose results the authors have published, but for epochs. */
  final boolean isPublishedTask() {
    boolean convolutional = options.model == ModelName.VGG || options.model == ModelName.VGG16;
    return dataset() == (convolutional ? DatasetName.CIFAR10 : DatasetName.MNIST);
  }

  static Path withEnding(Path files, String ending) {
    return files.resolveSibling(files.getFileName() + ending);
  }

  private Task task() throws IOException {
    Model model = options.model.model();
    Dataset data = model.adapt(load());
    Architecture architecture = model.architecture();
    ImageOrder order = ImageOrder.shuffled();
    if (options.start == Start.AUTHORS) {
      if (options.model != ModelName.LOGREG && options.model != ModelName.MLP) {
        throw wrongOption("--start authors fits logreg and mlp, got --model " + options.model);
      }
      architecture = new AuthorsStart(architecture);
      order = AuthorsStart.order(parameters(architecture, data));
    }
    return new Task(
        model.name(),
        architecture,
        options.start,
        order,
        data,
        options.epochs == null ? defaultEpochs() : options.epochs,
        options.batchSize,
        options.hyperparameters.l2(),
        seed());
  }

  private long parameters(Architecture architecture, Dataset data) {
    return architecture
        .create(data.shape(), data.classes(), new Sgd(), options.hyperparameters.l2(), seed())
        .numParams();
  }

  private Map<String, String> footer(List<CellResult> results) throws IOException {
    Map<String, String> footer = new LinkedHashMap<>();
    footer.put("command", "./hd " + arguments());
    footer.put("seed", Long.toString(seed()));
    footer.put(
        "training time",
        String.format(
            Locale.ROOT,
            "%.0f s in %d runs, validation included",
            results.stream().mapToDouble(CellResult::seconds).sum(),
            results.size()));
    footer.putAll(Environment.describe());
    return footer;
  }
}
