package dev.hypergradient.examples.report;

import dev.hypergradient.examples.files.WholeFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Paints pictures of one width side by side and one below the other, for fine screens. */
public final class ChartImage {
  private static final int PIXELS_PER_POINT = 2;

  private ChartImage() {}

  /** Writes or replaces a PNG file of one chart. */
  public static void write(XYChart chart, Path file) throws IOException {
    write(List.of(Picture.of(chart)), 1, Legend.NONE, file);
  }

  /** Writes or replaces a PNG file of at least one picture, row by row, with a legend below. */
  public static void write(List<Picture> pictures, int columns, Legend legend, Path file)
      throws IOException {
    int pictureWidth = pictures.get(0).width();
    int width = columns * pictureWidth;
    int height = legend.height(width);
    for (int row = 0; row < pictures.size(); row += columns) {
      height += rowHeight(pictures, row, columns);
    }
    BufferedImage image =
        new BufferedImage(
            width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      Graphics2D own = (Graphics2D) graphics.create();
      picture.paint(own);
      own.dispose();
      boolean endsRow = (i + 1) % columns == 0 || i == pictures.size() - 1;
      int rowHeight = rowHeight(pictures, i - i % columns, columns);
      graphics.translate(
          endsRow ? -(i % columns) * pictureWidth : pictureWidth, endsRow ? rowHeight : 0);
    }
    legend.paint(graphics, width);
    graphics.dispose();
    WholeFile.write(
        file,
        part -> {
          try (OutputStream out = Files.newOutputStream(part)) {
            ImageIO.write(image, "png", out);
          }
        });
  }

  private static int rowHeight(List<Picture> pictures, int first, int columns) {
    return pictures.subList(first, Math.min(first + columns, pictures.size())).stream()
        .mapToInt(Picture::height)
        .max()
        .orElseThrow();
  }
}
