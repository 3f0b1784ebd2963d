package dev.hypergradient.examples;

import dev.hypergradient.examples.cli.ModelName;
import dev.hypergradient.examples.cli.TrainingCommand;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.model.Architecture;
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
    super(ModelName.VGG.hyperLearningRates());
  }

  /** Runs the example; {@code --help} lists the options. */
  public static void main(String[] args) {
    System.exit(new VggExample().execute(args));
  }

  @Override
  protected Architecture architecture() {
    return net.model.architecture();
  }

  @Override
  protected Dataset adapt(Dataset data) {
    return net.model.adapt(data);
  }

  private enum Net {
    SMALL(ModelName.VGG),
    VGG16(ModelName.VGG16);

    private final ModelName model;

    Net(ModelName model) {
      this.model = model;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
