package dev.hypergradient.experiments.study;

import java.util.Locale;

/** How ratios and differences are written. */
final class Ratios {
  private static final double MANY = 100;
  private static final double TOO_MANY = 10_000;

  private Ratios() {}

  /**
   * Two decimals, none for large numbers, two digits for huge ones; ∞ for infinity, nothing for
   * NaN.
   */
  static String format(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return "∞";
    }
    double size = Math.abs(value);
    String format = size < MANY ? "%.2f" : size < TOO_MANY ? "%.0f" : "%.1e";
    return String.format(Locale.ROOT, format, value);
  }
}
