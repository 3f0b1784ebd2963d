package dev.hypergradient.experiments.report;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.Magnified;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.examples.report.StyledRecord;
import dev.hypergradient.examples.training.LiveValues;
import dev.hypergradient.examples.training.Quantity;
import dev.hypergradient.examples.training.TrainingRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Draws what updaters learn against iterations: a small chart for each value, for the hypergradient
 * and for the cosine, with one line per updater.
 */
public final class LevelsChart {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 220;

  /** Fewer are easier to compare one below the other. */
  private static final int PANELS_IN_TWO_COLUMNS = 4;

  /** The only value of one updater shares the chart of the first of several of another. */
  private static final Comparator<Quantity> PLACE =
      Comparator.comparingInt(Quantity::level)
          .thenComparing(Quantity::hyperparameter)
          .thenComparing(quantity -> quantity.index().orElse(0));

  private final List<TrainingRecord> records;

  private LevelsChart(List<TrainingRecord> records) {
    this.records = records;
  }

  /** Writes or replaces a PNG file of one or more records. */
  public static void write(List<TrainingRecord> records, Path file) throws IOException {
    List<ChartPanel> panels = new LevelsChart(records).panels();
    int columns = panels.size() < PANELS_IN_TWO_COLUMNS ? 1 : 2;
    panels.subList(panels.size() - columns, panels.size()).forEach(ChartPanel::footer);
    List<Picture> pictures = panels.stream().map(ChartPanel::chart).map(Picture::of).toList();
    ChartImage.write(pictures, columns, Legend.of(StyledRecord.inOrder(records)), file);
  }

  private List<ChartPanel> panels() {
    List<ChartPanel> panels = new ArrayList<>();
    quantities().forEach(quantity -> panels.add(panel(quantity)));
    SignedLog scale = SignedLog.of(values(LevelsChart::hypergradient));
    panels.add(
        panel()
            .heading("hypergradient h = g · last d")
            .noisyLines(
                curves(training -> Curve.live(training, LevelsChart::hypergradient).map(scale)))
            .labels(scale::label));
    panels.add(
        panel()
            .heading("cosine of g and last d")
            .noisyLines(curves(training -> Curve.live(training, LiveValues::cosine))));
    return panels;
  }

  private ChartPanel panel(Quantity quantity) {
    Magnified scale = Magnified.of(values(live -> value(live, quantity)));
    return panel()
        .heading(scale.describe(quantity.toString()))
        .lines(curves(training -> Curve.live(training, live -> value(live, quantity)).map(scale)));
  }

  private ChartPanel panel() {
    return new ChartPanel("", WIDTH, HEIGHT);
  }

  private List<StyledCurve> curves(Function<TrainingRecord, Curve> curve) {
    return StyledRecord.inOrder(records).stream().map(styled -> styled.curve(curve)).toList();
  }

  private NavigableSet<Quantity> quantities() {
    NavigableSet<Quantity> quantities = new TreeSet<>(PLACE);
    // The first one added gives the chart its title.
    learned().filter(quantity -> quantity.index().isPresent()).forEach(quantities::add);
    learned().forEach(quantities::add);
    return quantities;
  }

  private Stream<Quantity> learned() {
    return records.stream()
        .flatMap(training -> training.learned().stream())
        .flatMap(live -> live.learned().keySet().stream());
  }

  /** The finite values of all records. */
  private double[] values(ToDoubleFunction<LiveValues> value) {
    return records.stream()
        .flatMapToDouble(training -> Arrays.stream(Curve.live(training, value).values()))
        .toArray();
  }

  /** NaN before the second step, where h is 0 for want of a last direction. */
  private static double hypergradient(LiveValues live) {
    return Double.isNaN(live.cosine()) ? Double.NaN : live.hypergradient();
  }

  /** NaN where a tower does not learn it. */
  private static double value(LiveValues live, Quantity quantity) {
    return live.learned().entrySet().stream()
        .filter(entry -> PLACE.compare(entry.getKey(), quantity) == 0)
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(Double.NaN);
  }
}
