package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.HyperLearningRates;
import dev.hypergradient.examples.cli.HyperLearningRates.Choice;
import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.model.LogisticRegression;
import picocli.CommandLine.Command;

/** Trains a multinomial logistic regression. */
@Command(
    name = "LogisticRegressionExample",
    description = "Trains a multinomial logistic regression.")
public final class LogisticRegressionExample extends TrainingCommand {
  LogisticRegressionExample() {
    super(new HyperLearningRates(new Choice(1e-2, 1e-4), new Choice(1e-3, 1e-7)));
  }

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new LogisticRegressionExample().execute(args));
  }

  @Override
  protected Architecture architecture() {
    return new LogisticRegression();
  }
}
