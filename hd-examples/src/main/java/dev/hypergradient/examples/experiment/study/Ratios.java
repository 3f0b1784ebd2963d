package dev.hypergradient.examples.experiment.study;

import java.util.Locale;

/** How ratios and differences are written. */
final class Ratios {
  private static final double MANY = 100;

  private Ratios() {}

  /** Two decimals, of large numbers two digits; ∞ if infinite, nothing if unknown. */
  static String format(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return "∞";
    }
    return String.format(Locale.ROOT, Math.abs(value) < MANY ? "%.2f" : "%.1e", value);
  }
}
