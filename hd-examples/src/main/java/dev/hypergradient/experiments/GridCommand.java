package dev.hypergradient.experiments;

import dev.hypergradient.examples.cli.NumberTypes;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.published.PublishedGrid;
import dev.hypergradient.experiments.report.Report;
import dev.hypergradient.experiments.report.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loss over α₀ and β, of the six methods of the paper. */
@Command(
    name = "grid",
    description = "Trains over a grid of learning rates to start from and hyper learning rates.")
public final class GridCommand extends ExperimentCommand {
  @Option(
      names = "--rates",
      paramLabel = "RATE",
      split = ",",
      defaultValue = "0,1e-6,1e-5,1e-4,1e-3,1e-2,1e-1",
      converter = NumberTypes.NonNegative.class,
      description = "Learning rates to start from. Default: ${DEFAULT-VALUE}.")
  private List<Double> rates;

  @Option(
      names = "--hyper-rates",
      paramLabel = "RATE",
      split = ",",
      defaultValue = "1e-6,1e-5,1e-4,1e-3,1e-2,1e-1",
      converter = NumberTypes.NonNegative.class,
      description = "Hyper learning rates of sgd-hd and nesterovs-hd. Default: ${DEFAULT-VALUE}.")
  private List<Double> hyperRates;

  @Option(
      names = "--adam-hyper-rates",
      paramLabel = "RATE",
      split = ",",
      defaultValue = "1e-10,1e-9,1e-8,1e-7,1e-6,1e-5,1e-4",
      converter = NumberTypes.NonNegative.class,
      description = "Hyper learning rates of adam-hd. Default: ${DEFAULT-VALUE}.")
  private List<Double> adamHyperRates;

  GridCommand() {}

  @Override
  int defaultEpochs() {
    return dataset() == DatasetName.DIGITS ? super.defaultEpochs() : 1;
  }

  @Override
  List<Cell> cells(Task task) {
    List<Cell> cells = new ArrayList<>();
    for (UpdaterName updater : UpdaterName.values()) {
      for (double rate : rates) {
        for (double hyperRate : hyperRates(updater)) {
          Method method = Method.of(updater, rate, hyperRate, options().hyperparameters.momentum());
          cells.add(new Cell(task, method));
        }
      }
    }
    return cells;
  }

  private List<Double> hyperRates(UpdaterName updater) {
    if (!updater.learnsRate()) {
      return List.of(0.0);
    }
    return updater == UpdaterName.ADAM_HD ? adamHyperRates : hyperRates;
  }

  @Override
  Report report(Task task, List<CellResult> results, Path files) throws IOException {
    Grid grid = new Grid(results);
    double threshold = options().threshold;
    List<Section> sections = new ArrayList<>();
    Path losses = withEnding(files, "-loss.png");
    grid.writeMap("training loss", CellResult::fullTrainingLoss, Numbers::shortLoss, losses);
    sections.add(
        Section.of(
            "Final training loss",
            "Mean over all training images after the last epoch. Top row: the plain updater.",
            losses));
    Path steps = withEnding(files, "-steps.png");
    grid.writeMap(
        "steps to loss " + Numbers.exact(threshold),
        result ->
            result.stepsTo(threshold).stream().asDoubleStream().findFirst().orElse(Double.NaN),
        Numbers::count,
        steps);
    sections.add(
        Section.of(
            "Steps to a batch loss of " + Numbers.exact(threshold),
            "The first step whose batch has this loss; grey: not within the run.",
            steps));
    PublishedGrid published = published(task);
    PublishedGridTable comparison = PublishedGridTable.of(results, published);
    if (!comparison.isEmpty()) {
      Path authors = withEnding(files, "-authors.png");
      grid.writeMap(
          "authors' code",
          result -> PublishedGridTable.loss(published, result),
          Numbers::shortLoss,
          authors);
      sections.add(Section.of("Final training loss by the authors' code", "", authors));
      sections.add(
          Section.of(
              "Side by side",
              "Relative differences of the final training loss.",
              comparison.table()));
    }
    sections.add(
        Section.of("Best of each method", "By final training loss.", grid.best(threshold)));
    return new Report(
        "Learning rate × hyper learning rate: " + task.model() + " on " + task.data().name(),
        "The effect of a badly chosen learning rate: plain updaters keep it, their -hd versions"
            + " learn a better one, over a wide range of the one number that is left to choose.",
        sections);
  }

  /** The authors' grid has one epoch of batches of 128 images from the authors' start. */
  private PublishedGrid published(Task task) throws IOException {
    boolean same =
        options().model == ModelName.LOGREG
            && dataset() == DatasetName.MNIST
            && task.epochs() == 1
            && task.batchSize() == 128;
    return same && published().isPresent()
        ? PublishedGrid.read(published().get())
        : PublishedGrid.none();
  }
}
