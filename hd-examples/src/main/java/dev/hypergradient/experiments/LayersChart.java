package dev.hypergradient.experiments;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.LineStyle;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.examples.training.TrainingRow;
import dev.hypergradient.experiments.report.ColorScale;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Learning rates against iterations, one panel per method, one line per rate. */
final class LayersChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 330;
  private static final String ALL = "all layers";
  private static final Color NETWORK = new Color(0x888888);

  /** From the lightest colour at the input to the darkest at the output. */
  private static final ColorScale DEPTH = new ColorScale(1, 10);

  private LayersChart() {}

  /** Writes or replaces a PNG file. */
  static void write(List<CellResult> results, Path file) throws IOException {
    List<StyledCurve> all = results.stream().flatMap(r -> curves(r).stream()).toList();
    Map<String, LineStyle> styles = new LinkedHashMap<>();
    all.forEach(curve -> styles.putIfAbsent(curve.label(), curve.style()));
    List<ChartPanel> panels = new ArrayList<>();
    for (CellResult result : results) {
      panels.add(
          new ChartPanel("learning rate α", WIDTH, HEIGHT)
              .heading(result.method().name())
              .magnifiedLines(curves(result), all));
    }
    ChartPanel.shareScale(panels);
    panels.get(panels.size() - 1).footer();
    ChartImage.write(
        panels.stream().map(panel -> Picture.of(panel.chart())).toList(),
        1,
        new Legend(
            styles.entrySet().stream()
                .map(style -> new Legend.Entry(style.getKey(), style.getValue()))
                .toList()),
        file);
  }

  private static List<StyledCurve> curves(CellResult result) {
    RateTrace trace = result.rates();
    if (trace.layers().isEmpty()) {
      Curve curve = Curve.of(result.training(), TrainingRow::alpha);
      return List.of(new StyledCurve(ALL, new LineStyle(NETWORK, 1), curve));
    }
    double[] iterations =
        result.training().rows().stream().mapToDouble(TrainingRow::iteration).toArray();
    int count = trace.layers().size();
    List<StyledCurve> curves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int layer = i;
      double[] rates = trace.rates().stream().mapToDouble(row -> row.get(layer)).toArray();
      curves.add(
          new StyledCurve(
              trace.layers().get(i),
              new LineStyle(DEPTH.color(Math.pow(DEPTH.max(), (i + 0.5) / count)), 1),
              new Curve(iterations, rates)));
    }
    return curves;
  }
}
