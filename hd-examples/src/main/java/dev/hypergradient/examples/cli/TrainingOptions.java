package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.training.UpdaterName;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of an example that trains one network. */
final class TrainingOptions {
  @Option(
      names = "--updater",
      paramLabel = "NAME",
      defaultValue = "adam-hd",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  UpdaterName updater;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      converter = NumberTypes.NonNegative.class,
      description =
          "Learning rate to start from. Default: 0 for *-hd updaters, which learn it; the others"
              + " need this option.")
  Double learningRate;

  @Option(
      names = "--hyper-lr",
      paramLabel = "RATE",
      converter = NumberTypes.NonNegative.class,
      description = "Learning rate of the learning rate, for *-hd updaters. Default: see below.")
  Double hyperLearningRate;

  @Option(
      names = "--parameter-free",
      description =
          "Train an *-hd updater by the rule that needs no number: neither --lr nor --hyper-lr.")
  boolean parameterFree;

  @Mixin HyperparameterOptions hyperparameters;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      converter = NumberTypes.Count.class,
      description = "Passes over the training images. Default: ${DEFAULT-VALUE}.")
  int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      converter = NumberTypes.Count.class,
      description = "Batch size. Default: ${DEFAULT-VALUE}.")
  int batch;

  @Option(
      names = "--compare",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "After an *-hd updater, but not with --parameter-free, also train the plain one from the"
              + " same weights: at the starting rate, and at the rate learned. Default: --compare.")
  boolean compare;
}
