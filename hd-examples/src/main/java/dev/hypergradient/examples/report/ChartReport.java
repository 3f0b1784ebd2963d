package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * Draws training records into one picture: learning rate, cosine of gradient and last direction if
 * a rate is learned, training loss and test loss against iterations.
 */
public final class ChartReport {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 270;

  private final List<TrainingRecord> records;

  private ChartReport(List<TrainingRecord> records) {
    this.records = records;
  }

  /** Writes or replaces a PNG file of one or more records. */
  public static void write(List<TrainingRecord> records, Path file) throws IOException {
    ChartImage.write(new ChartReport(records).charts(), 1, Legend.of(records), file);
  }

  private List<XYChart> charts() {
    List<ChartPanel> panels = new ArrayList<>();
    panels.add(panel("learning rate α").line(training -> Curve.of(training, TrainingRow::alpha)));
    if (records.stream().anyMatch(training -> !training.live().isEmpty())) {
      panels.add(
          panel("cosine of g and last d")
              .noisyLine(training -> Curve.live(training, LiveValues::cosine)));
    }
    panels.add(
        panel("training loss")
            .noisyLine(training -> Curve.of(training, TrainingRow::loss))
            .logarithmic());
    panels.add(
        panel("test loss")
            .dottedLine(training -> Curve.of(training, TrainingRow::validLossEpoch))
            .logarithmic()
            .footer());
    return panels.stream().map(ChartPanel::chart).toList();
  }

  private ChartPanel panel(String title) {
    return new ChartPanel(title, WIDTH, HEIGHT, records);
  }
}
