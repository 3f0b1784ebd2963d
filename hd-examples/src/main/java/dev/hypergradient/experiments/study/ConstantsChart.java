package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.LineStyle;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.experiments.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Final loss of every constant rate, and of the parameter-free rule as a dashed line: one row per
 * problem, one column per family.
 */
final class ConstantsChart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 210;
  private static final float DASHED = 0.5f;

  /** Larger ratios, of runs that ended at finite but absurd losses, are drawn as this one. */
  static final double MAX_RATIO = 1000;

  /** Smaller ratios, of runs that ended at a loss of nearly zero, are drawn as this one. */
  static final double MIN_RATIO = 0.01;

  private final Study study;
  private final BatchStyles styles;

  private ConstantsChart(Study study) {
    this.study = study;
    styles = new BatchStyles(study);
  }

  /** Writes or replaces a PNG file. */
  static void write(Study study, Path file) throws IOException {
    ConstantsChart chart = new ConstantsChart(study);
    List<Picture> pictures = new ArrayList<>();
    study.settings().stream()
        .map(results -> results.setting().problem())
        .distinct()
        .forEach(problem -> pictures.addAll(chart.row(problem)));
    ChartImage.write(pictures, study.families().size(), chart.styles.legend(), file);
  }

  private List<Picture> row(Problem problem) {
    List<ChartPanel> panels =
        study.families().stream().map(family -> panel(problem, family)).toList();
    ChartPanel.shareScale(panels);
    return panels.stream().map(panel -> Picture.of(panel.chart())).toList();
  }

  private ChartPanel panel(Problem problem, Family family) {
    List<StyledCurve> curves = new ArrayList<>();
    for (SettingResults results : study.of(family)) {
      if (results.setting().problem() == problem) {
        curves.addAll(curves(results));
      }
    }
    return new ChartPanel("", WIDTH / study.families().size(), HEIGHT)
        .heading(problem + ", " + family)
        .lines(curves)
        .places(labels(family));
  }

  private List<StyledCurve> curves(SettingResults results) {
    Setting setting = results.setting();
    List<Double> rates = setting.family().rates();
    LineStyle style = styles.of(setting.batchSize());
    double parameterFree = drawn(results.parameterFree().regret());
    return List.of(
        new StyledCurve(
            setting.toString(),
            style,
            Curve.finite(
                rates, rates::indexOf, rate -> drawn(results.regret(StudyMethod.CONSTANT, rate)))),
        new StyledCurve(
            setting + ", parameter-free",
            new LineStyle(style.color(), DASHED),
            Curve.finite(List.of(0, rates.size() - 1), place -> place, place -> parameterFree)));
  }

  private static double drawn(double ratio) {
    return Math.max(MIN_RATIO, Math.min(MAX_RATIO, ratio));
  }

  /** Labels for powers of ten only, as there is no room for the rates between them. */
  private static List<String> labels(Family family) {
    List<Double> rates = family.rates();
    return rates.stream()
        .map(rate -> rates.indexOf(rate) % 2 == 0 ? Numbers.exact(rate) : "")
        .toList();
  }
}
