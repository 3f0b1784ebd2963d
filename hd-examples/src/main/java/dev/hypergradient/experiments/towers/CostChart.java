package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartStyle;
import java.awt.BasicStroke;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The cost of towers as a picture: time of a step by that at height 1, one line per kind of tower.
 */
final class CostChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;
  private static final BasicStroke THICK = new BasicStroke(2f);

  private final XYChart chart =
      ChartStyle.chart("time of a step ÷ that at height 1", WIDTH, HEIGHT);
  private final List<StepCost> costs;

  private CostChart(List<StepCost> costs) {
    this.costs = costs;
  }

  /** Writes or replaces a PNG file. */
  static void write(List<StepCost> costs, Path file) throws IOException {
    ChartImage.write(new CostChart(costs).draw(), file);
  }

  private XYChart draw() {
    chart.setXAxisTitle("height");
    chart.getStyler().setYAxisMin(0.0).setLegendVisible(true);
    List<String> towers = costs.stream().map(StepCost::tower).distinct().toList();
    for (int i = 0; i < towers.size(); i++) {
      draw(towers.get(i), i);
    }
    return chart;
  }

  private void draw(String tower, int index) {
    XYSeries line = series(tower, tower, index, StepCost::ratio);
    line.setMarker(SeriesMarkers.CIRCLE);
    line.setLineStyle(THICK);
    if (costs.stream().anyMatch(cost -> !Double.isNaN(cost.authorsRatio()))) {
      XYSeries dots = series(tower + ", authors' code", tower, index, StepCost::authorsRatio);
      dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      dots.setMarker(SeriesMarkers.DIAMOND);
    }
  }

  private XYSeries series(String name, String tower, int color, ToDoubleFunction<StepCost> value) {
    List<StepCost> known =
        costs.stream()
            .filter(cost -> cost.tower().equals(tower) && !Double.isNaN(value.applyAsDouble(cost)))
            .toList();
    XYSeries series =
        chart.addSeries(
            name,
            known.stream().mapToDouble(StepCost::height).toArray(),
            known.stream().mapToDouble(value).toArray());
    series.setLineColor(ChartStyle.color(color));
    series.setMarkerColor(ChartStyle.color(color));
    return series;
  }
}
