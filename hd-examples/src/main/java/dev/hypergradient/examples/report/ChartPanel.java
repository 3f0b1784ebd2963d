package dev.hypergradient.examples.report;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of one quantity, by default against iterations. */
public final class ChartPanel {
  private static final float THICK = 2f;
  private static final float THIN = 0.8f;
  private static final int OPAQUE = 255;
  private static final int FAINT = 80;

  /** A moving mean extends over 1/{@value} of the run to either side. */
  private static final int WINDOWS = 50;

  /** If max/min is below this, powers of ten alone are too few labels. */
  private static final int FEW_DECADES = 30;

  /** More points than this make dashes meaningless. */
  public static final int MAX_POINTS = 300;

  /** Among fewer points than this, the swings of a smooth line would show. */
  private static final int MANY_POINTS = 100;

  /** A part of an iteration too small to see, but not too small for XChart to notice. */
  private static final double INVISIBLE = 1e-3;

  /** If max/min is above this, a logarithmic axis has so many grid lines that they merge. */
  private static final double MANY_DECADES = 1e8;

  /** If max/min is at most this, a linear axis is as legible. */
  private static final int SMALL_RATIO = 3;

  /** Draws lines with gaps over whole ones, and of equals the first over the others. */
  private static final Comparator<StyledCurve> DRAWING_ORDER =
      Comparator.comparing(curve -> -curve.style().drawnPart());

  private final XYChart chart;

  /** An empty panel, its size in points. */
  public ChartPanel(String title, int width, int height) {
    this.chart = ChartStyle.chart(title, width, height);
    chart.getStyler().setXAxisMin(0.0);
  }

  /** Thick lines through the values. */
  public ChartPanel lines(List<StyledCurve> curves) {
    draw("", curves, UnaryOperator.identity(), OPAQUE, THICK);
    return this;
  }

  /** Thick lines through values of an axis that makes small differences legible. */
  public ChartPanel magnifiedLines(List<StyledCurve> curves, List<StyledCurve> all) {
    double[] values =
        all.stream().flatMapToDouble(line -> Arrays.stream(line.curve().values())).toArray();
    Magnified scale = Magnified.of(values);
    chart.setYAxisTitle(scale.describe(chart.getYAxisTitle()));
    return lines(
        curves.stream()
            .map(line -> new StyledCurve(line.label(), line.style(), line.curve().map(scale)))
            .toList());
  }

  /** Thick lines through values that are few, each with a dot. */
  public ChartPanel dottedLines(List<StyledCurve> curves) {
    lines(curves);
    chart.getSeriesCollection().forEach(series -> series.setMarker(SeriesMarkers.CIRCLE));
    return this;
  }

  /** Thick lines through the moving means of noisy values. */
  public ChartPanel smoothLines(List<StyledCurve> curves) {
    draw("", curves, ChartPanel::smoothed, OPAQUE, THICK);
    return this;
  }

  /** Thin, faint lines through noisy values, and thick ones through their moving means. */
  public ChartPanel noisyLines(List<StyledCurve> curves) {
    draw(" ", curves, UnaryOperator.identity(), FAINT, THIN);
    return smoothLines(curves);
  }

  /** Makes the axis of the values drawn so far logarithmic, if they suit. */
  public ChartPanel logarithmic() {
    shareScale(List.of(this));
    return this;
  }

  /**
   * Gives the axes of the values drawn so far one range, and makes them logarithmic if all values
   * are positive and differ enough.
   */
  public static void shareScale(List<ChartPanel> panels) {
    double min = panels.stream().flatMapToDouble(p -> p.range(XYSeries::getYMin)).min().orElse(0);
    double max = panels.stream().flatMapToDouble(p -> p.range(XYSeries::getYMax)).max().orElse(0);
    for (ChartPanel panel : panels) {
      if (panels.size() > 1 && max > min) {
        panel.chart.getStyler().setYAxisMin(min).setYAxisMax(max);
      }
      if (min > 0 && max > SMALL_RATIO * min) {
        panel.chart.getStyler().setYAxisLogarithmic(true);
        panel.chart.getStyler().setPlotGridHorizontalLinesVisible(max < MANY_DECADES * min);
        if (max < FEW_DECADES * min) {
          panel.chart.getStyler().setYAxisLogarithmicDecadeOnly(false);
          panel.chart.getStyler().setYAxisTickLabelsFormattingFunction(ChartPanel::sparseLabel);
        }
      }
    }
  }

  /** Labels the whole numbers of the axis of values, which begins and ends with one of them. */
  public ChartPanel labels(Function<Double, String> label) {
    double min = Math.floor(range(XYSeries::getYMin).min().orElse(0));
    double max = Math.ceil(range(XYSeries::getYMax).max().orElse(0));
    chart
        .getStyler()
        .setYAxisTickLabelsFormattingFunction(label)
        .setYAxisMin(min)
        .setYAxisMax(Math.max(max, min + 1));
    return this;
  }

  /** A title above. */
  public ChartPanel heading(String heading) {
    chart.setTitle(heading);
    return this;
  }

  /** A title for the axis of iterations. */
  public ChartPanel footer() {
    return footer("iteration");
  }

  /** A title for the x axis, where it does not show iterations. */
  public ChartPanel footer(String title) {
    chart.setXAxisTitle(title);
    return this;
  }

  /** Makes the x axis one of numbered places, from 0, with these labels. */
  public ChartPanel places(List<String> labels) {
    chart
        .getStyler()
        .setXAxisMax(labels.size() - 1.0)
        .setXAxisTickLabelsFormattingFunction(place -> label(labels, place));
    return this;
  }

  /** Empty between and beyond the places, which XChart asks for too. */
  private static String label(List<String> labels, double place) {
    boolean exists = place == Math.rint(place) && place >= 0 && place < labels.size();
    return exists ? labels.get((int) place) : "";
  }

  /** The chart, to be changed further. */
  public XYChart chart() {
    return chart;
  }

  private void draw(
      String suffix,
      List<StyledCurve> curves,
      UnaryOperator<Curve> shown,
      int alpha,
      float thickness) {
    List<StyledCurve> ordered = new ArrayList<>(curves);
    Collections.reverse(ordered);
    ordered.sort(DRAWING_ORDER);
    for (StyledCurve line : ordered) {
      Curve curve = shown.apply(line.curve());
      if (curve.isEmpty()) {
        continue;
      }
      XYSeries series = chart.addSeries(line.label() + suffix, places(curve), curve.values());
      Color color = line.style().color();
      series.setLineColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
      series.setLineStyle(line.style().stroke(thickness));
      // XChart begins the dashes of other lines anew at every point; smooth ones may swing over.
      series.setSmooth(line.style().drawnPart() < 1 && curve.values().length > MANY_POINTS);
      series.setMarker(SeriesMarkers.NONE);
      series.setMarkerColor(color);
    }
  }

  /** XChart puts ticks at the data where these are equally far apart, even if they are many. */
  private static double[] places(Curve curve) {
    double[] places = curve.places().clone();
    if (places.length > MANY_POINTS) {
      places[places.length - 1] += INVISIBLE;
    }
    return places;
  }

  private static Curve smoothed(Curve curve) {
    return curve.smoothed(curve.values().length / WINDOWS).thinned(MAX_POINTS);
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
