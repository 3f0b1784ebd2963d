package dev.hypergradient.examples.cli;

import picocli.CommandLine.Option;

/** The options that examples and experiments share: hyperparameters that are not learned. */
public final class HyperparameterOptions {
  @Option(
      names = "--momentum",
      paramLabel = "MU",
      defaultValue = "0.9",
      converter = NumberTypes.Fraction.class,
      description = "Momentum of nesterovs and nesterovs-hd. Default: ${DEFAULT-VALUE}.")
  private double momentum;

  @Option(
      names = "--l2",
      paramLabel = "LAMBDA",
      defaultValue = "1e-4",
      converter = NumberTypes.NonNegative.class,
      description =
          "L2 coefficient of weights and biases; losses are reported without it. Default:"
              + " ${DEFAULT-VALUE}.")
  private double l2;

  /** The momentum of Nesterov's updaters, in [0, 1). */
  public double momentum() {
    return momentum;
  }

  /** The L2 coefficient, at least 0. */
  public double l2() {
    return l2;
  }
}
