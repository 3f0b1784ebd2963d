package dev.hypergradient.examples.experiment;

import java.util.Locale;

/** Where training begins. */
enum Start {
  /** DL4J's initial weights of each layer, for rectified linear units by He. */
  OWN,
  /** As the authors: Torch's uniform weights, or for logistic regression on MNIST their own. */
  AUTHORS;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
