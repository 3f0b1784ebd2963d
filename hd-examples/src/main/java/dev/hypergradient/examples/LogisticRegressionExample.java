package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.ModelName;
import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.model.Architecture;
import picocli.CommandLine.Command;

/** Trains a multinomial logistic regression. */
@Command(
    name = "LogisticRegressionExample",
    description = "Trains a multinomial logistic regression.")
public final class LogisticRegressionExample extends TrainingCommand {
  LogisticRegressionExample() {
    super(ModelName.LOGREG.hyperLearningRates());
  }

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new LogisticRegressionExample().execute(args));
  }

  @Override
  protected Architecture architecture() {
    return ModelName.LOGREG.architecture();
  }
}
