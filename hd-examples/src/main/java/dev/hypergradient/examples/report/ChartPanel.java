package dev.hypergradient.examples.report;

import dev.hypergradient.examples.training.TrainingRecord;
import dev.hypergradient.examples.training.TrainingRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One quantity against iterations, a line a run; values that are not finite are left out. */
final class ChartPanel {
  /** Colours that colour-blind eyes tell apart, by Okabe and Ito. */
  private static final List<Color> COLORS =
      List.of(
          new Color(0xD55E00),
          new Color(0x0072B2),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9));

  private static final BasicStroke THICK = new BasicStroke(2f);
  private static final BasicStroke THIN = new BasicStroke(0.8f);
  private static final int FAINT_ALPHA = 80;

  /** A moving mean reaches this part of the run to either side. */
  private static final int WINDOWS = 50;

  /** Over a smaller range of values powers of ten alone are too few labels. */
  private static final int FEW_DECADES = 30;

  private static final Color INK = new Color(0x333333);
  private static final Color GRID = new Color(0xE4E4E4);

  private final XYChart chart;
  private final List<TrainingRecord> records;

  ChartPanel(String title, int width, int height, List<TrainingRecord> records) {
    this.chart = new XYChart(width, height, ChartTheme.XChart);
    this.records = records;
    chart.setYAxisTitle(title);
    style(chart.getStyler());
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

  void paint(Graphics2D graphics) {
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
  }

  int height() {
    return chart.getHeight();
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
      Color color = COLORS.get(i % COLORS.size());
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

  private static void style(XYStyler styler) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    styler
        .setBaseFont(font)
        .setLegendFont(font)
        .setLegendVisible(false)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setChartPadding(12)
        .setPlotBorderVisible(false)
        .setYAxisLeftWidthHint(80);
    styler.setAxisTitleFont(font.deriveFont(Font.BOLD));
    styler.setAxisTickLabelsFont(font);
    styler.setAxisTickLabelsColor(INK);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setPlotMargin(0);
    styler.setMarkerSize(6);
    styler.setXAxisMin(0.0);
    styler.setYAxisDecimalPattern("0.######");
    styler.setXAxisDecimalPattern("0");
  }
}
