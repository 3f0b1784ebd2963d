package dev.hypergradient.experiments.report;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.examples.report.StyledRecord;
import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Draws groups of training records side by side: learning rate, training loss and test loss against
 * iterations in three rows, in each of which all groups have one scale.
 */
public final class ComparisonChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 300;

  private final List<Group> groups;

  private ComparisonChart(List<Group> groups) {
    this.groups = groups;
  }

  /** Writes or replaces a PNG file of at least one group. */
  public static void write(List<Group> groups, Path file) throws IOException {
    List<Picture> pictures =
        new ComparisonChart(groups)
            .panels().stream().map(panel -> Picture.of(panel.chart())).toList();
    List<Legend.Entry> entries =
        groups.stream()
            .flatMap(group -> Legend.of(group.records()).entries().stream())
            .distinct()
            .toList();
    ChartImage.write(pictures, groups.size(), new Legend(entries), file);
  }

  private List<ChartPanel> panels() {
    List<ChartPanel> panels = new ArrayList<>();
    List<StyledCurve> rates = groups.stream().flatMap(group -> rates(group).stream()).toList();
    for (Group group : groups) {
      panels.add(
          panel("learning rate α").heading(group.title()).magnifiedLines(rates(group), rates));
    }
    row(panels);
    for (Group group : groups) {
      panels.add(
          panel("training loss")
              .smoothLines(group.curves(training -> Curve.of(training, TrainingRow::loss))));
    }
    row(panels);
    for (Group group : groups) {
      panels.add(
          panel("test loss")
              .dottedLines(group.curves(t -> Curve.of(t, TrainingRow::validLossEpoch)))
              .footer());
    }
    row(panels);
    return panels;
  }

  /** Gives the panels of the last row one scale. */
  private void row(List<ChartPanel> panels) {
    ChartPanel.shareScale(panels.subList(panels.size() - groups.size(), panels.size()));
  }

  private static List<StyledCurve> rates(Group group) {
    return group.curves(
        training -> Curve.of(training, TrainingRow::alpha).thinned(ChartPanel.MAX_POINTS));
  }

  private ChartPanel panel(String title) {
    return new ChartPanel(title, groups.size() == 1 ? WIDTH : WIDTH * 2 / 3, HEIGHT);
  }

  /** Records that share the panels of a column. */
  public record Group(String title, List<StyledRecord> records) {
    /** Copies the list. */
    public Group {
      records = List.copyOf(records);
    }

    private List<StyledCurve> curves(Function<TrainingRecord, Curve> curve) {
      return records.stream().map(styled -> styled.curve(curve)).toList();
    }
  }
}
