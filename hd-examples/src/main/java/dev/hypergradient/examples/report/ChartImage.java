package dev.hypergradient.examples.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Paints charts of one width, one below the other, as a picture for fine screens. */
public final class ChartImage {
  private static final int PIXELS_PER_POINT = 2;

  private ChartImage() {}

  /** Writes or replaces a PNG file of at least one chart. */
  public static void write(List<XYChart> charts, Path file) throws IOException {
    int width = charts.get(0).getWidth();
    int height = charts.stream().mapToInt(XYChart::getHeight).sum();
    BufferedImage image =
        new BufferedImage(
            width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    for (XYChart chart : charts) {
      chart.paint(graphics, chart.getWidth(), chart.getHeight());
      graphics.translate(0, chart.getHeight());
    }
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
