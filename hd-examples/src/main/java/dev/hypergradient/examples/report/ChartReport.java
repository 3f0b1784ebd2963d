package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws training records into one picture: learning rate, training loss and test loss against
 * iterations.
 */
public final class ChartReport {
  private static final int WIDTH = 900;
  private static final int PANEL_HEIGHT = 270;
  private static final int FOOTER_HEIGHT = 70;
  private static final int PIXELS_PER_POINT = 2;

  private ChartReport() {}

  /** Writes or replaces a PNG file of one or more records. */
  public static void write(List<TrainingRecord> records, Path file) throws IOException {
    List<ChartPanel> panels =
        List.of(
            new ChartPanel("learning rate α", WIDTH, PANEL_HEIGHT, records)
                .line(TrainingRow::alpha),
            new ChartPanel("training loss", WIDTH, PANEL_HEIGHT, records)
                .noisyLine(TrainingRow::loss)
                .logarithmic(),
            new ChartPanel("test loss", WIDTH, PANEL_HEIGHT + FOOTER_HEIGHT, records)
                .dottedLine(TrainingRow::validLossEpoch)
                .logarithmic()
                .footer());
    ImageIO.write(paint(panels), "png", file.toFile());
  }

  private static BufferedImage paint(List<ChartPanel> panels) {
    int height = panels.stream().mapToInt(ChartPanel::height).sum();
    BufferedImage image =
        new BufferedImage(
            WIDTH * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    for (ChartPanel panel : panels) {
      panel.paint(graphics);
      graphics.translate(0, panel.height());
    }
    graphics.dispose();
    return image;
  }
}
