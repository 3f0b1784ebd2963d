package dev.hypergradient.examples.report;

import java.util.Objects;

/**
 * A line of a chart.
 *
 * @param label unique within the chart
 */
public record StyledCurve(String label, LineStyle style, Curve curve) {
  /** Rejects missing parts. */
  public StyledCurve {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(curve, "curve");
  }
}
