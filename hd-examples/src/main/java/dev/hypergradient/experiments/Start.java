package dev.hypergradient.experiments;

import java.util.Locale;

/** Where training begins. */
enum Start {
  /** DL4J's initial weights of each layer, for rectified linear units by He. */
  OWN,
  /** As in the authors' program. */
  AUTHORS;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
