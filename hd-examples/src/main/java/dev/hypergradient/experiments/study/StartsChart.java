package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.experiments.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Final loss of the rule without a number against the rate that it starts from: a thin line for
 * each setting, and the median of those that were run from all rates.
 */
final class StartsChart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 440;

  /** Initial rates in the order of the axis, evenly spaced. */
  private static final List<Double> STARTS = starts();

  private StartsChart() {}

  /** Writes or replaces a PNG file. */
  static void write(Study study, Path file) throws IOException {
    List<StyledCurve> thin = new ArrayList<>();
    List<StyledCurve> medians = new ArrayList<>();
    for (Family family : study.families()) {
      List<SettingResults> settings = study.of(family);
      for (SettingResults results : settings) {
        thin.add(
            new StyledCurve(
                results.setting().toString(), family.style(), curve(results::longHorizonRegret)));
      }
      List<SettingResults> whole = settings.stream().filter(StartsChart::hasAllStarts).toList();
      if (!whole.isEmpty()) {
        medians.add(
            new StyledCurve(
                family.toString(),
                family.style(),
                curve(start -> Study.median(whole, r -> r.longHorizonRegret(start)))));
      }
    }
    ChartPanel panel =
        new ChartPanel("final loss / best constant rate", WIDTH, HEIGHT)
            .thinLines(thin)
            .lines(medians)
            .logarithmic()
            .footer("learning rate α₀ to start from")
            .places(STARTS.stream().map(Numbers::exact).toList());
    Legend legend =
        new Legend(
            study.families().stream()
                .map(family -> new Legend.Entry(family.toString(), family.style()))
                .toList());
    ChartImage.write(List.of(Picture.of(panel.chart())), 1, legend, file);
  }

  /** Settings that lack some initial rates would shift the median at the others only. */
  private static boolean hasAllStarts(SettingResults results) {
    return STARTS.stream().noneMatch(start -> Double.isNaN(results.longHorizonRegret(start)));
  }

  private static Curve curve(DoubleUnaryOperator value) {
    return Curve.finite(STARTS, STARTS::indexOf, value::applyAsDouble);
  }

  private static List<Double> starts() {
    List<Double> starts = new ArrayList<>(Budget.INITIAL_RATES);
    starts.add(0, 0.0);
    return List.copyOf(starts);
  }
}
