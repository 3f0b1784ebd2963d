package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One quantity against iterations, a line a run. */
final class ChartPanel {
  private static final float THICK = 2f;
  private static final float THIN = 0.8f;
  private static final int FAINT_ALPHA = 80;

  /** A moving mean reaches this part of the run to either side. */
  private static final int WINDOWS = 50;

  /** Over a smaller range of values powers of ten alone are too few labels. */
  private static final int FEW_DECADES = 30;

  private final XYChart chart;
  private final List<TrainingRecord> records;

  /** Lines with gaps over whole ones; of equals, the first run over the others. */
  private final List<Integer> drawingOrder;

  ChartPanel(String title, int width, int height, List<TrainingRecord> records) {
    this.chart = ChartStyle.chart(title, width, height);
    this.records = records;
    chart.getStyler().setXAxisMin(0.0);
    drawingOrder =
        IntStream.range(0, records.size())
            .boxed()
            .sorted(
                Comparator.comparing(ChartStyle::drawnPart)
                    .thenComparing(Comparator.naturalOrder())
                    .reversed())
            .toList();
  }

  /** A thick line through the values. */
  ChartPanel line(Function<TrainingRecord, Curve> curves) {
    draw("", curves, 255, THICK);
    return this;
  }

  /** A thick line through values that are few, each with a dot. */
  ChartPanel dottedLine(Function<TrainingRecord, Curve> curves) {
    line(curves);
    chart.getSeriesCollection().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
    return this;
  }

  /** A thin, faint line through noisy values, and a thick one through their moving mean. */
  ChartPanel noisyLine(Function<TrainingRecord, Curve> curves) {
    draw(" ", curves, FAINT_ALPHA, THIN);
    draw("", curves.andThen(curve -> curve.smoothed(curve.values().length / WINDOWS)), 255, THICK);
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

  /** Labels an axis that this scale has been applied to, from one label to another. */
  ChartPanel labels(SignedLog scale) {
    double min = Math.floor(range(XYSeries::getYMin).min().orElse(0));
    double max = Math.ceil(range(XYSeries::getYMax).max().orElse(0));
    chart
        .getStyler()
        .setYAxisTickLabelsFormattingFunction(scale::label)
        .setYAxisMin(min)
        .setYAxisMax(Math.max(max, min + 1));
    return this;
  }

  /** A title above. */
  ChartPanel heading(String heading) {
    chart.setTitle(heading);
    return this;
  }

  /** A title for the axis of iterations. */
  ChartPanel footer() {
    chart.setXAxisTitle("iteration");
    return this;
  }

  XYChart chart() {
    return chart;
  }

  private void draw(
      String suffix, Function<TrainingRecord, Curve> curves, int alpha, float thickness) {
    for (int i : drawingOrder) {
      Curve curve = curves.apply(records.get(i));
      if (curve.isEmpty()) {
        continue;
      }
      XYSeries series =
          chart.addSeries(records.get(i).label() + suffix, curve.iterations(), curve.values());
      Color color = ChartStyle.color(i);
      series.setLineColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
      series.setLineStyle(ChartStyle.line(i, thickness));
      // XChart begins the dashes of other lines anew at every point.
      series.setSmooth(ChartStyle.drawnPart(i) < 1);
      series.setMarker(SeriesMarkers.NONE);
      series.setMarkerColor(color);
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
