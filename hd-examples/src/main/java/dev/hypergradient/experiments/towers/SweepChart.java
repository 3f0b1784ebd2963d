package dev.hypergradient.experiments.towers;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartStyle;
import java.awt.BasicStroke;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The sensitivity sweep as a picture: test error against learning rate, one curve per height. */
final class SweepChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;

  private final XYChart chart = ChartStyle.chart("test error in %", WIDTH, HEIGHT);
  private final List<SweepPoint> points;

  private SweepChart(List<SweepPoint> points) {
    this.points = points;
  }

  /** Writes or replaces a PNG file. */
  static void write(List<SweepPoint> points, Path file) throws IOException {
    ChartImage.write(new SweepChart(points).draw(), file);
  }

  private XYChart draw() {
    boolean known = points.stream().anyMatch(point -> !Double.isNaN(point.authorsError()));
    chart.setXAxisTitle(
        "learning rate α that all levels start from" + (known ? "; dots: the authors' code" : ""));
    chart
        .getStyler()
        .setYAxisMin(0.0)
        .setYAxisMax(100.0)
        .setXAxisTickLabelsFormattingFunction(exponent -> "1e" + Math.round(exponent))
        .setLegendVisible(true);
    points.stream()
        .map(SweepPoint::height)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(this::drawHeight);
    return chart;
  }

  private void drawHeight(int height) {
    // Where curves coincide, the wider ones below show at the edges.
    draw("height " + height, height, SweepPoint::testError)
        .ifPresent(
            line -> {
              line.setMarker(SeriesMarkers.NONE);
              line.setLineStyle(new BasicStroke(2f + 1.2f * height));
            });
    draw("authors, height " + height, height, SweepPoint::authorsError)
        .ifPresent(
            dots -> {
              dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
              dots.setMarker(SeriesMarkers.CIRCLE);
              dots.setShowInLegend(false);
            });
  }

  /** Draws the known values of a height, if there are any. */
  private Optional<XYSeries> draw(String name, int height, ToDoubleFunction<SweepPoint> error) {
    List<SweepPoint> known =
        points.stream()
            .filter(point -> point.height() == height && !Double.isNaN(error.applyAsDouble(point)))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    XYSeries series =
        chart.addSeries(
            name,
            known.stream().mapToDouble(SweepPoint::exponent).toArray(),
            known.stream().mapToDouble(point -> 100 * error.applyAsDouble(point)).toArray());
    series.setLineColor(ChartStyle.color(height));
    series.setMarkerColor(ChartStyle.color(height));
    return Optional.of(series);
  }
}
