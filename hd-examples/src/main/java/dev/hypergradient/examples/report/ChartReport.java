package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws training records into one picture: learning rate, training loss and test loss against
 * iterations.
 */
public final class ChartReport {
  private static final int WIDTH = 900;
  private static final int PANEL_HEIGHT = 270;
  private static final int FOOTER_HEIGHT = 70;

  private ChartReport() {}

  /** Writes or replaces a PNG file of one or more records. */
  public static void write(List<TrainingRecord> records, Path file) throws IOException {
    ChartImage.write(
        List.of(
            new ChartPanel("learning rate α", WIDTH, PANEL_HEIGHT, records)
                .line(TrainingRow::alpha)
                .chart(),
            new ChartPanel("training loss", WIDTH, PANEL_HEIGHT, records)
                .noisyLine(TrainingRow::loss)
                .logarithmic()
                .chart(),
            new ChartPanel("test loss", WIDTH, PANEL_HEIGHT + FOOTER_HEIGHT, records)
                .dottedLine(TrainingRow::validLossEpoch)
                .logarithmic()
                .footer()
                .chart()),
        file);
  }
}
