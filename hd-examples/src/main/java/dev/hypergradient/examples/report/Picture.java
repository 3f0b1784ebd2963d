package dev.hypergradient.examples.report;

import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;

/** A picture with its size in points. */
public interface Picture {
  /** Width in points. */
  int width();

  /** Height in points. */
  int height();

  /** Paints itself from the present origin, with the state of the graphics its own to change. */
  void paint(Graphics2D graphics);

  /** A chart as a picture. */
  static Picture of(XYChart chart) {
    return new Picture() {
      @Override
      public int width() {
        return chart.getWidth();
      }

      @Override
      public int height() {
        return chart.getHeight();
      }

      @Override
      public void paint(Graphics2D graphics) {
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
      }
    };
  }
}
