package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.ModelName;
import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.model.Architecture;
import picocli.CommandLine.Command;

/** Trains a multi-layer perceptron with two hidden layers of 1,000 units. */
@Command(
    name = "MlpExample",
    description = "Trains a perceptron with two hidden layers of 1,000 rectified linear units.")
public final class MlpExample extends TrainingCommand {
  MlpExample() {
    super(ModelName.MLP.hyperLearningRates());
  }

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new MlpExample().execute(args));
  }

  @Override
  protected Architecture architecture() {
    return ModelName.MLP.architecture();
  }
}
