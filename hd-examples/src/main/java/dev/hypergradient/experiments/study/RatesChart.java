package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.experiments.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The learning rate of the parameter-free rule over the steps, for SGD and for Adam. */
final class RatesChart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 300;

  private RatesChart() {}

  /** Writes or replaces a PNG file. */
  static void write(Study study, Path file) throws IOException {
    BatchStyles styles = new BatchStyles(study);
    List<Picture> pictures = new ArrayList<>();
    for (Family family : distinct(study.families())) {
      List<StyledCurve> curves =
          study.of(family).stream()
              .map(
                  results ->
                      new StyledCurve(
                          results.setting().toString(),
                          styles.of(results.setting().batchSize()),
                          curve(results)))
              .toList();
      ChartPanel panel =
          new ChartPanel("learning rate α", WIDTH, HEIGHT)
              .heading(family == Family.ADAM ? "adam" : "sgd and nesterovs")
              .lines(curves)
              .logarithmic()
              .footer("step");
      panel
          .chart()
          .getStyler()
          .setYAxisTickLabelsFormattingFunction(RatesChart::label)
          .setXAxisMin(1.0)
          .setXAxisLogarithmic(true);
      pictures.add(Picture.of(panel.chart()));
    }
    ChartImage.write(pictures, 1, styles.legend(), file);
  }

  /** Leaves out Nesterov momentum beside SGD, as the rule makes them the same. */
  private static List<Family> distinct(List<Family> families) {
    return families.stream()
        .filter(family -> family != Family.NESTEROVS || !families.contains(Family.SGD))
        .toList();
  }

  /** Leaves out steps with rate 0, such as the first, which moves nothing. */
  private static Curve curve(SettingResults results) {
    List<RatePoint> moving =
        results.ratesOverTime().stream().filter(point -> point.rate() > 0).toList();
    return Curve.finite(moving, RatePoint::step, RatePoint::rate);
  }

  /** Powers of ten, which the chart computes with rounding errors. */
  private static String label(double rate) {
    return Numbers.exact(new BigDecimal(rate).round(new MathContext(6)).doubleValue());
  }
}
