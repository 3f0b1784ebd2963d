package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One quantity against iterations, a line a run; values that are not finite are left out. */
final class ChartPanel {
  private static final BasicStroke THICK = new BasicStroke(2f);
  private static final BasicStroke THIN = new BasicStroke(0.8f);
  private static final int FAINT_ALPHA = 80;

  /** A moving mean reaches this part of the run to either side. */
  private static final int WINDOWS = 50;

  /** Over a smaller range of values powers of ten alone are too few labels. */
  private static final int FEW_DECADES = 30;

  private final XYChart chart;
  private final List<TrainingRecord> records;

  ChartPanel(String title, int width, int height, List<TrainingRecord> records) {
    this.chart = ChartStyle.chart(title, width, height);
    this.records = records;
    chart.getStyler().setXAxisMin(0.0);
  }

  /** A thick line through the values. */
  ChartPanel line(ToDoubleFunction<TrainingRow> column) {
    draw("", training -> Curve.of(training, column), 255, THICK);
    return this;
  }

  /** A thick line through values that are few, each with a dot. */
  ChartPanel dottedLine(ToDoubleFunction<TrainingRow> column) {
    line(column);
    chart.getSeriesCollection().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
    return this;
  }

  /** A thin, faint line through noisy values, and a thick one through their moving mean. */
  ChartPanel noisyLine(ToDoubleFunction<TrainingRow> column) {
    draw(" ", training -> Curve.of(training, column), FAINT_ALPHA, THIN);
    draw(
        "",
        training -> Curve.of(training, column).smoothed(training.rows().size() / WINDOWS),
        255,
        THICK);
    return this;
  }

  /** Makes the axis of the values drawn so far logarithmic, if they are all positive. */
  ChartPanel logarithmic() {
    double min = range(XYSeries::getYMin).min().orElse(0);
    double max = range(XYSeries::getYMax).max().orElse(0);
    if (min > 0) {
      chart.getStyler().setYAxisLogarithmic(true);
      if (max < FEW_DECADES * min) {
        chart.getStyler().setYAxisLogarithmicDecadeOnly(false);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(ChartPanel::sparseLabel);
      }
    }
    return this;
  }

  /** A title for the axis of iterations, and the legend below. */
  ChartPanel footer() {
    chart.setXAxisTitle("iteration");
    chart.getStyler().setLegendVisible(true);
    return this;
  }

  XYChart chart() {
    return chart;
  }

  private void draw(
      String suffix, Function<TrainingRecord, Curve> curves, int alpha, BasicStroke stroke) {
    // The first run is the one to look at: it is drawn last, over the others.
    for (int i = records.size() - 1; i >= 0; i--) {
      Curve curve = curves.apply(records.get(i));
      if (curve.isEmpty()) {
        continue;
      }
      XYSeries series =
          chart.addSeries(records.get(i).label() + suffix, curve.iterations(), curve.values());
      Color color = ChartStyle.color(i);
      series.setLineColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
      series.setLineStyle(stroke);
      series.setMarker(SeriesMarkers.NONE);
      series.setMarkerColor(color);
      series.setShowInLegend(suffix.isEmpty());
    }
  }

  /** Labels of 1, 2 and 5 times a power of ten have room, those between them not. */
  private static String sparseLabel(double tick) {
    String number = BigDecimal.valueOf(tick).round(new MathContext(1)).toPlainString();
    return number.matches("[0.]*[125][0.]*") ? number : "";
  }

  private DoubleStream range(ToDoubleFunction<XYSeries> bound) {
    return chart.getSeriesCollection().stream().mapToDouble(bound);
  }
}
