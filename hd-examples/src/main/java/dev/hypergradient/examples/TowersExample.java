package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.ExampleCommand;
import dev.hypergradient.examples.cli.NumberTypes;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.model.TanhMlp;
import dev.hypergradient.examples.towers.AuthorsResults;
import dev.hypergradient.examples.towers.Part;
import dev.hypergradient.examples.towers.TowerSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Repeats the experiments of "Gradient Descent: The Ultimate Optimizer" with towers. */
@Command(
    name = "TowersExample",
    description = {
      "Repeats the experiments of Chandra et al., Gradient Descent: The Ultimate Optimizer"
          + " (arXiv:1909.13371), with towers of optimisers that learn each other's"
          + " hyperparameters.",
      "",
      "The papers' setting is --dataset mnist: 784-128-10, tanh on both layers, one epoch of"
          + " batches of 300 images in stored order. On digits, 64-128-10 takes as many steps of 29"
          + " images."
    })
public final class TowersExample extends ExampleCommand {
  private static final int PAPER_EPOCHS = 1;
  private static final int PAPER_BATCH = 300;

  /** Four times 50 steps, as many as the papers take on MNIST. */
  private static final int DIGITS_EPOCHS = 4;

  private static final int DIGITS_BATCH = 29;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "table1,table2,sensitivity,cost",
      description = "${COMPLETION-CANDIDATES}, or several of them. Default: ${DEFAULT-VALUE}.")
  private List<Part> parts;

  @Option(
      names = "--weights",
      paramLabel = "DIR",
      description =
          "Directory with the authors' initial weights for mnist, towers-W1-128x784.f32le and"
              + " towers-W2-10x128.f32le. Default: random weights of the same distribution.")
  private Path weights;

  @Option(
      names = "--second-moment",
      paramLabel = "V",
      defaultValue = "1e-8",
      converter = NumberTypes.NonNegative.class,
      description =
          "What Adam's second moments start from at the level of the weights: 1e-8 in the authors'"
              + " code, 0 in DL4J and by default in AdamHd, which lets the learning rate rise much"
              + " faster in the first steps. Default: ${DEFAULT-VALUE}.")
  private double secondMoment;

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new TowersExample().execute(args));
  }

  @Override
  protected void run() throws IOException {
    checkDirectory("--weights", weights);
    TowerSetting setting = setting();
    for (Part part : parts) {
      part.run(setting, outDirectory(), out());
    }
  }

  private TowerSetting setting() throws IOException {
    boolean mnist = dataset() == DatasetName.MNIST;
    if (weights != null && !mnist) {
      throw wrongOption("--weights fits --dataset mnist only, got --dataset " + dataset());
    }
    TanhMlp network = weights == null ? TanhMlp.random() : TanhMlp.withWeightsFrom(weights);
    boolean digits = dataset() == DatasetName.DIGITS;
    return new TowerSetting(
        network,
        load(),
        digits ? DIGITS_EPOCHS : PAPER_EPOCHS,
        digits ? DIGITS_BATCH : PAPER_BATCH,
        seed(),
        secondMoment,
        mnist ? AuthorsResults.onMnist() : AuthorsResults.none());
  }
}
