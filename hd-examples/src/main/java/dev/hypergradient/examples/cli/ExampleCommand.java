package dev.hypergradient.examples.cli;

import dev.hypergradient.NonFiniteGradientException;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.report.ChartReport;
import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.report.ProgressReport;
import dev.hypergradient.examples.report.SummaryTable;
import dev.hypergradient.examples.training.LabelledUpdater;
import dev.hypergradient.examples.training.Trainer;
import dev.hypergradient.examples.training.TrainingPlan;
import dev.hypergradient.examples.training.TrainingRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An example: trains one network as the options say, and reports. */
public abstract class ExampleCommand implements Callable<Integer> {
  private final HyperLearningRates hyperLearningRates;
  @Mixin private TrainingOptions options;
  @Spec private CommandSpec spec;

  /** An example with its default hyper learning rates. */
  protected ExampleCommand(HyperLearningRates hyperLearningRates) {
    this.hyperLearningRates = hyperLearningRates;
  }

  /** The network to train. */
  protected abstract Architecture architecture();

  /** The data as the network needs it; by default as it is. */
  protected Dataset adapt(Dataset data) {
    return data;
  }

  /**
   * Runs the example.
   *
   * @return 0, 1 after an error with files or network or when training diverged, 2 after wrong
   *     options
   */
  public final int execute(String... args) {
    return commandLine().execute(args);
  }

  CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(this);
    commandLine.setExecutionExceptionHandler(ExampleCommand::handle);
    commandLine
        .getCommandSpec()
        .usageMessage()
        .width(100)
        .footer("", "Default of --hyper-lr: " + hyperLearningRates.describe());
    return commandLine;
  }

  /**
   * Files, connections and training can fail without an error in the program: no stack trace then.
   */
  private static int handle(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (exception instanceof IOException || exception instanceof NonFiniteGradientException) {
      commandLine.getErr().println(exception.getMessage());
      return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }
    throw exception;
  }

  @Override
  public final Integer call() throws IOException {
    if (options.data != null && !Files.isDirectory(options.data)) {
      throw wrongOption("--data must be a directory, got " + options.data);
    }
    if (Files.exists(options.out) && !Files.isDirectory(options.out)) {
      throw wrongOption("--out must be a directory, got " + options.out);
    }
    TrainingPlan plan = plan();
    Files.createDirectories(options.out);
    List<TrainingRecord> records = new ArrayList<>();
    records.add(run(plan));
    if (options.compare && options.updater.learnsRate()) {
      LabelledUpdater atStart = plain(records.get(0).initialLearningRate());
      LabelledUpdater atEnd = plain(records.get(0).finalLearningRate());
      records.add(run(plan.with(atStart)));
      // A hyper learning rate of 0 leaves the rate where it was.
      if (!atEnd.label().equals(atStart.label())) {
        records.add(run(plan.with(atEnd)));
      }
    }
    Path chart = options.out.resolve(fileName(plan, records.get(0)) + ".png");
    ChartReport.write(records, chart);
    spec.commandLine().getOut().printf("%n%s%nCurves: %s%n", SummaryTable.of(records), chart);
    return 0;
  }

  private TrainingRecord run(TrainingPlan plan) throws IOException {
    TrainingRecord training;
    try (ProgressReport progress = ProgressReport.of(plan)) {
      training = Trainer.train(plan, progress);
    }
    CsvReport.write(training, options.out.resolve(fileName(plan, training) + ".csv"));
    return training;
  }

  private TrainingPlan plan() throws IOException {
    LabelledUpdater updater =
        options.updater.with(learningRate(), hyperLearningRate(), options.momentum);
    Dataset data = adapt(options.dataset.load(options.dataDirectories()));
    return new TrainingPlan(
        architecture(), data, updater, options.l2, options.epochs, options.batch, options.seed);
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

  private ParameterException wrongOption(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private double hyperLearningRate() {
    return options.hyperLearningRate == null
        ? hyperLearningRates.of(options.updater, options.dataset)
        : options.hyperLearningRate;
  }

  private LabelledUpdater plain(double learningRate) {
    return options.updater.plain().with(learningRate, 0, options.momentum);
  }

  private static String fileName(TrainingPlan plan, TrainingRecord training) {
    return String.join("-", plan.architecture().name(), plan.data().name(), training.label())
        .replace(' ', '-');
  }
}
