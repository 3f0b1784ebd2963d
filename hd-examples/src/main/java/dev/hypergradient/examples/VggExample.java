package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.HyperLearningRates;
import dev.hypergradient.examples.cli.HyperLearningRates.Choice;
import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.model.Vgg;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a convolutional network of the VGG family. */
@Command(
    name = "VggExample",
    description = "Trains a convolutional network of the VGG family, with batch normalisation.")
public final class VggExample extends TrainingCommand {
  @Option(
      names = "--net",
      paramLabel = "NAME",
      defaultValue = "small",
      description =
          "small (6 convolutions, 23 thousand parameters) or vgg16 (13 convolutions, 15 million)."
              + " Default: ${DEFAULT-VALUE}.")
  private Net net;

  VggExample() {
    super(new HyperLearningRates(new Choice(1e-4, 1e-7), new Choice(1e-3, 1e-8)));
  }

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new VggExample().execute(args));
  }

  @Override
  protected Architecture architecture() {
    return switch (net) {
      case SMALL -> Vgg.small();
      case VGG16 -> Vgg.vgg16();
    };
  }

  /** The digits are too small to be halved three or five times. */
  @Override
  protected Dataset adapt(Dataset data) {
    return data.enlarged(Math.max(1, net.side / data.shape().height()));
  }

  private enum Net {
    SMALL(16),
    VGG16(32);

    /** Images of fewer pixels a side are enlarged. */
    private final int side;

    Net(int side) {
      this.side = side;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
