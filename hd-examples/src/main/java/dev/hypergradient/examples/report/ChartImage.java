package dev.hypergradient.examples.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Paints charts of one width side by side and one below the other, for fine screens. */
public final class ChartImage {
  private static final int PIXELS_PER_POINT = 2;

  private ChartImage() {}

  /** Writes or replaces a PNG file of one chart. */
  public static void write(XYChart chart, Path file) throws IOException {
    write(List.of(chart), 1, Legend.NONE, file);
  }

  /** Writes or replaces a PNG file of at least one chart, row by row, with a legend below them. */
  static void write(List<XYChart> charts, int columns, Legend legend, Path file)
      throws IOException {
    int chartWidth = charts.get(0).getWidth();
    int width = columns * chartWidth;
    int height = legend.height(width);
    for (int i = 0; i < charts.size(); i += columns) {
      height += charts.get(i).getHeight();
    }
    BufferedImage image =
        new BufferedImage(
            width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    for (int i = 0; i < charts.size(); i++) {
      XYChart chart = charts.get(i);
      chart.paint(graphics, chart.getWidth(), chart.getHeight());
      boolean endsRow = (i + 1) % columns == 0 || i == charts.size() - 1;
      graphics.translate(
          endsRow ? -(i % columns) * chartWidth : chartWidth, endsRow ? chart.getHeight() : 0);
    }
    legend.paint(graphics, width);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
