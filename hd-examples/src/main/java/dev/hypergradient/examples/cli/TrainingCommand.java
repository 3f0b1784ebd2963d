package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.report.ChartReport;
import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.report.LevelsCsv;
import dev.hypergradient.examples.report.ProgressReport;
import dev.hypergradient.examples.report.SummaryTable;
import dev.hypergradient.examples.training.LabelledUpdater;
import dev.hypergradient.examples.training.Model;
import dev.hypergradient.examples.training.Trainer;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A program that trains one network as the options say, and reports. */
public abstract class TrainingCommand extends ExampleCommand {
  @Mixin private TrainingOptions options;

  /** What to train; before the options have been read, any of the example's models. */
  protected abstract Model model();

  @Override
  final CommandLine commandLine() {
    CommandLine commandLine = super.commandLine();
    commandLine
        .getCommandSpec()
        .usageMessage()
        .footer("", "Default of --hyper-lr: " + model().hyperLearningRates().describe());
    return commandLine;
  }

  @Override
  protected final void run() throws IOException {
    TrainingPlan plan = plan();
    List<TrainingRecord> records = new ArrayList<>();
    records.add(train(plan));
    // The rate of the parameter-free rule is that of a sequence which is averaged, not a plain one.
    if (options.compare && options.updater.learnsRate() && !options.parameterFree) {
      LabelledUpdater atStart = plain(records.get(0).initialLearningRate());
      LabelledUpdater atEnd = plain(records.get(0).finalLearningRate());
      records.add(train(plan.with(atStart)));
      // A hyper learning rate of 0 leaves the rate where it was.
      if (!atEnd.label().equals(atStart.label())) {
        records.add(train(plan.with(atEnd)));
      }
    }
    Path chart = outDirectory().resolve(fileName(plan, records.get(0)) + ".png");
    ChartReport.write(records, chart);
    out().printf("%n%s%nCurves: %s%n", SummaryTable.of(records), chart);
  }

  private TrainingRecord train(TrainingPlan plan) throws IOException {
    TrainingRecord training;
    try (ProgressReport progress = ProgressReport.of(plan)) {
      training = Trainer.train(plan, progress);
    }
    String name = fileName(plan, training);
    CsvReport.write(training, outDirectory().resolve(name + ".csv"));
    if (!training.live().isEmpty()) {
      LevelsCsv.write(training, outDirectory().resolve(name + "-levels.csv"));
    }
    return training;
  }

  private TrainingPlan plan() throws IOException {
    return new TrainingPlan(
        model().architecture(),
        model().adapt(load()),
        updater(),
        options.hyperparameters.l2(),
        options.epochs,
        options.batch,
        seed());
  }

  private LabelledUpdater updater() {
    if (!options.parameterFree) {
      return options.updater.with(
          learningRate(), hyperLearningRate(), options.hyperparameters.momentum());
    }
    if (!options.updater.learnsRate()) {
      throw wrongOption("--parameter-free needs an *-hd updater, got " + options.updater);
    }
    if (options.learningRate != null || options.hyperLearningRate != null) {
      throw wrongOption("--parameter-free takes neither --lr nor --hyper-lr");
    }
    return options.updater.parameterFree();
  }

  private double learningRate() {
    if (options.learningRate != null) {
      return options.learningRate;
    }
    if (options.updater.learnsRate()) {
      return 0;
    }
    throw wrongOption(options.updater + " needs --lr: it does not learn its learning rate");
  }

  private double hyperLearningRate() {
    return options.hyperLearningRate == null
        ? model().hyperLearningRates().of(options.updater, dataset())
        : options.hyperLearningRate;
  }

  private LabelledUpdater plain(double learningRate) {
    return options.updater.plain().with(learningRate, 0, options.hyperparameters.momentum());
  }

  private String fileName(TrainingPlan plan, TrainingRecord training) {
    return String.join("-", model().name(), plan.data().name(), training.label()).replace(' ', '-');
  }
}
