package dev.hypergradient.experiments;

import dev.hypergradient.examples.LogisticRegressionExample;
import dev.hypergradient.examples.MlpExample;
import dev.hypergradient.examples.VggExample;
import dev.hypergradient.examples.training.Model;
import java.util.Locale;

/** The networks of the examples, by their names on the command line. */
enum ModelName {
  /** Multinomial logistic regression. */
  LOGREG,
  /** A perceptron with two hidden layers of 1,000 units. */
  MLP,
  /** A convolutional network of the VGG family for slow machines. */
  VGG,
  /** The VGG of 16 layers. */
  VGG16;

  /** The network, and what it needs to be trained. */
  Model model() {
    return switch (this) {
      case LOGREG -> LogisticRegressionExample.MODEL;
      case MLP -> MlpExample.MODEL;
      case VGG -> VggExample.SMALL;
      case VGG16 -> VggExample.VGG16;
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
