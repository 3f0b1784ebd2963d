package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Draws training records into one picture: learning rate, cosine of gradient and last direction if
 * a rate is learned, training loss and test loss against iterations.
 */
public final class ChartReport {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 270;

  private final List<StyledRecord> records;

  private ChartReport(List<StyledRecord> records) {
    this.records = records;
  }

  /** Writes or replaces a PNG file of one or more records. */
  public static void write(List<TrainingRecord> records, Path file) throws IOException {
    List<StyledRecord> styled = StyledRecord.inOrder(records);
    ChartImage.write(new ChartReport(styled).pictures(), 1, Legend.of(styled), file);
  }

  private List<Picture> pictures() {
    List<ChartPanel> panels = new ArrayList<>();
    panels.add(
        panel("learning rate α").lines(curves(training -> Curve.of(training, TrainingRow::alpha))));
    if (records.stream().anyMatch(styled -> !styled.training().live().isEmpty())) {
      panels.add(
          panel("cosine of g and last d")
              .noisyLines(curves(training -> Curve.live(training, LiveValues::cosine))));
    }
    panels.add(
        panel("training loss")
            .noisyLines(curves(training -> Curve.of(training, TrainingRow::loss)))
            .logarithmic());
    panels.add(
        panel("test loss")
            .dottedLines(curves(training -> Curve.of(training, TrainingRow::validLossEpoch)))
            .logarithmic()
            .footer());
    return panels.stream().map(ChartPanel::chart).map(Picture::of).toList();
  }

  private ChartPanel panel(String title) {
    return new ChartPanel(title, WIDTH, HEIGHT);
  }

  private List<StyledCurve> curves(Function<TrainingRecord, Curve> curve) {
    return records.stream().map(styled -> styled.curve(curve)).toList();
  }
}
