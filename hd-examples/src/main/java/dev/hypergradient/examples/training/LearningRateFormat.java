package dev.hypergradient.examples.training;

import java.util.Locale;

/** How learning rates are written for people. */
public final class LearningRateFormat {
  private LearningRateFormat() {}

  /** Three significant digits, or a plain 0. */
  public static String format(double learningRate) {
    return learningRate == 0 ? "0" : String.format(Locale.ROOT, "%.3g", learningRate);
  }
}
