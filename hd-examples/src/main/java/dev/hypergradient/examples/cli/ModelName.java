package dev.hypergradient.examples.cli;

import dev.hypergradient.examples.cli.HyperLearningRates.Choice;
import dev.hypergradient.examples.data.Dataset;
import dev.hypergradient.examples.model.Architecture;
import dev.hypergradient.examples.model.LogisticRegression;
import dev.hypergradient.examples.model.Mlp;
import dev.hypergradient.examples.model.Vgg;
import java.util.Locale;

/** The networks of the papers, and what they are trained with unless the user says otherwise. */
public enum ModelName {
  /** Multinomial logistic regression. */
  LOGREG(1),
  /** A perceptron with two hidden layers of 1,000 units. */
  MLP(1),
  /** A convolutional network of the VGG family for slow machines. */
  VGG(16),
  /** The VGG of 16 layers. */
  VGG16(32);

  /** Images of fewer pixels a side are enlarged, since pooling halves them several times. */
  private final int side;

  ModelName(int side) {
    this.side = side;
  }

  /** The network. */
  public Architecture architecture() {
    return switch (this) {
      case LOGREG -> new LogisticRegression();
      case MLP -> new Mlp();
      case VGG -> Vgg.small();
      case VGG16 -> Vgg.vgg16();
    };
  }

  /** The hyper learning rates: the papers', but for the digits. */
  public HyperLearningRates hyperLearningRates() {
    return switch (this) {
      case LOGREG -> new HyperLearningRates(new Choice(1e-2, 1e-4), new Choice(1e-3, 1e-7));
      case MLP -> new HyperLearningRates(new Choice(1e-4, 1e-7), new Choice(1e-3, 1e-7));
      case VGG, VGG16 -> new HyperLearningRates(new Choice(1e-4, 1e-7), new Choice(1e-3, 1e-8));
    };
  }

  /** The data as the network needs it. */
  public Dataset adapt(Dataset data) {
    return data.enlarged(Math.max(1, side / data.shape().height()));
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
