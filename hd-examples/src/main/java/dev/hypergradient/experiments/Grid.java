package dev.hypergradient.experiments;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.examples.training.UpdaterName;
import dev.hypergradient.experiments.report.ColorScale;
import dev.hypergradient.experiments.report.HeatMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Results over α₀ and β, family by family. */
final class Grid {
  private static final int WIDTH = 460;

  private final List<CellResult> results;

  Grid(List<CellResult> results) {
    this.results = List.copyOf(results);
  }

  /** Draws a positive quantity, one map per family, all on one scale. */
  void writeMap(
      String name, ToDoubleFunction<CellResult> value, DoubleFunction<String> format, Path file)
      throws IOException {
    DoubleSummaryStatistics range =
        results.stream()
            .mapToDouble(value)
            .filter(Double::isFinite)
            .filter(v -> v > 0)
            .summaryStatistics();
    ColorScale scale =
        range.getCount() == 0
            ? new ColorScale(1, 1)
            : new ColorScale(range.getMin(), range.getMax());
    List<UpdaterName> families = results.stream().map(r -> r.method().family()).distinct().toList();
    List<Picture> maps = new ArrayList<>();
    for (UpdaterName family : families) {
      maps.add(map(family, name, value, format, scale));
    }
    ChartImage.write(maps, maps.size(), Legend.NONE, file);
  }

  /** The best cell of each method. */
  TextTable best(double threshold) {
    TextTable table =
        new TextTable(
            "method",
            "α₀",
            "β",
            "final α",
            "training loss",
            "test loss",
            "test accuracy",
            "steps to " + Numbers.exact(threshold));
    for (String method : results.stream().map(r -> r.method().name()).distinct().toList()) {
      results.stream()
          .filter(result -> result.method().name().equals(method) && !result.diverged())
          .min(Comparator.comparingDouble(CellResult::fullTrainingLoss))
          .ifPresent(
              best ->
                  table.add(
                      method,
                      Numbers.exact(best.method().learningRate()),
                      Numbers.hyperRate(best.method().hyperLearningRate()),
                      Numbers.rate(best.finalRate()),
                      Numbers.loss(best.fullTrainingLoss()),
                      Numbers.loss(best.training().testLoss()),
                      Numbers.percent(best.training().testAccuracy()),
                      best.stepsTo(threshold).stream()
                          .mapToObj(Integer::toString)
                          .findFirst()
                          .orElse("")));
    }
    return table;
  }

  private HeatMap map(
      UpdaterName family,
      String name,
      ToDoubleFunction<CellResult> value,
      DoubleFunction<String> format,
      ColorScale scale) {
    List<CellResult> own =
        results.stream().filter(result -> result.method().family() == family).toList();
    List<Double> rates =
        own.stream().map(r -> r.method().learningRate()).distinct().sorted().toList();
    List<HeatMap.Row> rows = new ArrayList<>();
    own.stream()
        .map(result -> result.method().hyperLearningRate())
        .distinct()
        .sorted()
        .forEach(beta -> rows.add(row(own, beta, rates, value)));
    return new HeatMap(
        family + ": " + name,
        "learning rate α₀",
        rates.stream().map(Numbers::exact).toList(),
        rows,
        scale,
        format,
        WIDTH);
  }

  private static HeatMap.Row row(
      List<CellResult> results,
      double hyperRate,
      List<Double> rates,
      ToDoubleFunction<CellResult> value) {
    String label = hyperRate == 0 ? "plain" : "β = " + Numbers.exact(hyperRate);
    return new HeatMap.Row(
        label,
        rates.stream()
            .map(
                rate ->
                    results.stream()
                        .filter(result -> result.method().learningRate() == rate)
                        .filter(result -> result.method().hyperLearningRate() == hyperRate)
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(Double.NaN))
            .toList());
  }
}
