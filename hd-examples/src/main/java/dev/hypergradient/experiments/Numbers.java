package dev.hypergradient.experiments;

import dev.hypergradient.examples.training.LearningRateFormat;
import java.util.Locale;

/** How numbers are written. */
public final class Numbers {
  private Numbers() {}

  /** The shortest text that gives the number again, for file names: 1e-7, 0.001, 128. */
  public static String exact(double value) {
    return Double.toString(value).replaceAll("\\.0(?=E|$)", "").toLowerCase(Locale.ROOT);
  }

  /** Four decimals of a loss; "diverged" if it is not finite. */
  public static String loss(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "diverged";
  }

  /** Three significant digits of a loss, for narrow cells; nothing if it is not finite. */
  public static String shortLoss(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3g", value) : "";
  }

  /** A whole number; nothing if it is not finite. */
  public static String count(double value) {
    return Double.isFinite(value) ? Long.toString(Math.round(value)) : "";
  }

  /** A share as a percentage; nothing if it is unknown. */
  public static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** A hyper learning rate; nothing for updaters that have none. */
  public static String hyperRate(double value) {
    return value == 0 ? "" : exact(value);
  }

  /** Three significant digits; nothing if unknown. */
  public static String rate(double value) {
    return Double.isNaN(value) ? "" : LearningRateFormat.format(value);
  }
}
