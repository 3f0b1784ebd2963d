package dev.hypergradient.experiments.report;

import java.awt.Color;
import java.util.List;

/**
 * Colours of positive numbers, evenly over their logarithms, after the colour map viridis: the
 * smaller, the lighter.
 *
 * @param min gets the lightest colour, as do numbers below it
 * @param max gets the darkest colour, as do numbers above it
 */
public record ColorScale(double min, double max) {
  /** Viridis at equal distances, by N. Smith and S. van der Walt. */
  private static final List<Color> COLORS =
      List.of(
          new Color(0xFDE725),
          new Color(0xA0DA39),
          new Color(0x4AC16D),
          new Color(0x1FA187),
          new Color(0x277F8E),
          new Color(0x365C8D),
          new Color(0x46327E),
          new Color(0x440154));

  private static final double DARK = 140;

  /** Rejects bounds that are not positive or in the wrong order. */
  public ColorScale {
    if (!(min > 0 && max >= min)) {
      throw new IllegalArgumentException(
          "bounds must be positive and in order, got " + min + " and " + max);
    }
  }

  /** The colour of a finite number. */
  public Color color(double value) {
    if (value <= min || max == min) {
      return COLORS.get(0);
    }
    double part = Math.min(1, Math.log(value / min) / Math.log(max / min));
    double place = part * (COLORS.size() - 1);
    int index = Math.min((int) place, COLORS.size() - 2);
    double weight = place - index;
    Color from = COLORS.get(index);
    Color to = COLORS.get(index + 1);
    return new Color(
        mix(from.getRed(), to.getRed(), weight),
        mix(from.getGreen(), to.getGreen(), weight),
        mix(from.getBlue(), to.getBlue(), weight));
  }

  /** Whether text on a colour should be white. */
  static boolean isDark(Color color) {
    // The weights of relative luminance.
    return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue() < DARK;
  }

  private static int mix(int from, int to, double weight) {
    return (int) Math.round(from + (to - from) * weight);
  }
}
