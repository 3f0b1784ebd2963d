package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.cli.ExampleCommand;
import dev.hypergradient.examples.cli.NumberTypes;
import dev.hypergradient.examples.data.DatasetName;
import dev.hypergradient.examples.training.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Repeats the papers' experiments with a network and with towers. */
public abstract class TowersCommand extends ExampleCommand {
  private static final int PAPER_EPOCHS = 1;
  private static final int PAPER_BATCH = 300;

  /** Four times 50 steps, as many as the papers take on MNIST. */
  private static final int DIGITS_EPOCHS = 4;

  private static final int DIGITS_BATCH = 29;

  private final Function<InitialWeights, Architecture> network;
  private final List<Tower> table1;
  private final DoubleFunction<List<Tower>> table2;

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

  /**
   * A command for a network and towers.
   *
   * @param table1 towers on SGD
   * @param table2 towers on Adam whose second moments start from a value
   */
  protected TowersCommand(
      Function<InitialWeights, Architecture> network,
      List<Tower> table1,
      DoubleFunction<List<Tower>> table2) {
    this.network = network;
    this.table1 = List.copyOf(table1);
    this.table2 = table2;
  }

  @Override
  protected final void run() throws IOException {
    checkDirectory("--weights", weights);
    PartReport report = new PartReport(setting(), outDirectory(), out());
    for (Part part : parts) {
      switch (part) {
        case TABLE1 -> report.table(part, table1);
        case TABLE2 -> report.table(part, table2.apply(secondMoment));
        case SENSITIVITY -> report.sensitivity();
        case COST -> report.cost();
      }
    }
  }

  private TowerSetting setting() throws IOException {
    boolean mnist = dataset() == DatasetName.MNIST;
    if (weights != null && !mnist) {
      throw wrongOption("--weights fits --dataset mnist only, got --dataset " + dataset());
    }
    InitialWeights start = weights == null ? InitialWeights.random() : InitialWeights.read(weights);
    boolean digits = dataset() == DatasetName.DIGITS;
    return new TowerSetting(
        network.apply(start),
        load(),
        digits ? DIGITS_EPOCHS : PAPER_EPOCHS,
        digits ? DIGITS_BATCH : PAPER_BATCH,
        seed(),
        mnist ? AuthorsResults.onMnist() : AuthorsResults.none());
  }
}
