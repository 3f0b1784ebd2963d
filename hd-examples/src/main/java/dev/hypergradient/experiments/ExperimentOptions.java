package dev.hypergradient.experiments;

import dev.hypergradient.examples.cli.HyperparameterOptions;
import dev.hypergradient.examples.cli.NumberTypes;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every experiment. */
final class ExperimentOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "mlp",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  ModelName model;

  @Option(
      names = "--start",
      paramLabel = "WHERE",
      defaultValue = "own",
      description =
          "Initial weights and order of images: own, as in the other examples; or authors, for"
              + " logreg and mlp, as the authors' program makes them from the seed: with --seed 1"
              + " on mnist those of the published runs. Default: ${DEFAULT-VALUE}.")
  Start start;

  @Option(
      names = "--published",
      paramLabel = "DIR",
      description = "Directory with the authors' results, to be shown as well.")
  Path published;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      defaultValue = "1e-3",
      converter = NumberTypes.NonNegative.class,
      description =
          "Learning rate to start from, where it is not varied. Default: ${DEFAULT-VALUE}.")
  double learningRate;

  @Option(
      names = "--hyper-lr",
      paramLabel = "RATE",
      converter = NumberTypes.NonNegative.class,
      description =
          "Learning rate of the learning rate, where it is not varied. Default: the authors',"
              + " 1e-3 for sgd-hd and nesterovs-hd, 1e-7 for adam-hd, 1e-8 with vgg; on digits as"
              + " the examples.")
  Double hyperLearningRate;

  @Mixin HyperparameterOptions hyperparameters;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = NumberTypes.Count.class,
      description = "Passes over the training images. Default: 5, for grid 1; 10 on digits.")
  Integer epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      converter = NumberTypes.Count.class,
      description = "Batch size, where it is not varied. Default: ${DEFAULT-VALUE}.")
  int batchSize;

  @Option(
      names = "--threshold",
      paramLabel = "LOSS",
      defaultValue = "0.29",
      converter = NumberTypes.NonNegative.class,
      description =
          "Steps are counted until a batch has this loss. Default: ${DEFAULT-VALUE}, as the"
              + " authors.")
  double threshold;
}
