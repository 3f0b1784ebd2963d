package dev.hypergradient.examples.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Objects;

/**
 * The colour and the gaps of a line in a chart.
 *
 * @param drawnPart the part of the line that is drawn, in (0, 1], the rest being gaps through which
 *     the lines below it can be seen where they coincide
 */
public record LineStyle(Color color, float drawnPart) {
  private static final float DASH_PERIOD = 14;

  /** Rejects a missing colour, and a line of which nothing is drawn or more than all. */
  public LineStyle {
    Objects.requireNonNull(color, "color");
    if (!(drawnPart > 0 && drawnPart <= 1)) {
      throw new IllegalArgumentException("drawnPart must be in (0, 1], got " + drawnPart);
    }
  }

  /** The style of a series among others: whole lines for the first four, then gaps. */
  public static LineStyle of(int series) {
    return new LineStyle(ChartStyle.color(series), series < 4 ? 1 : series < 6 ? 0.7f : 0.4f);
  }

  /** The stroke of a line. */
  BasicStroke stroke(float width) {
    float dash = drawnPart * DASH_PERIOD;
    float gap = DASH_PERIOD - dash;
    return gap == 0
        ? new BasicStroke(width)
        : new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, gap}, 0);
  }
}
