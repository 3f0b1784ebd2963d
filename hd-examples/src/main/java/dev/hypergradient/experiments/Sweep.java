package dev.hypergradient.experiments;

import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import dev.hypergradient.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Final values of methods over the values of one setting, evenly spaced whatever the values are.
 */
final class Sweep {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 300;

  private final String title;
  private final List<Double> settings;
  private final ToDoubleFunction<CellResult> setting;
  private final List<CellResult> results;
  private final List<Method> methods;

  /**
   * A sweep.
   *
   * @param title of the setting
   * @param settings in the order of the axis
   * @param setting of a result
   */
  Sweep(
      String title,
      List<Double> settings,
      ToDoubleFunction<CellResult> setting,
      List<CellResult> results) {
    this.title = title;
    this.settings = settings;
    this.setting = setting;
    this.results = results;
    methods =
        results.stream()
            .map(CellResult::method)
            .map(Method::name)
            .distinct()
            .map(name -> first(results, name))
            .toList();
  }

  /** Writes a picture of final learning rate, training loss and test loss. */
  void writeChart(Path file) throws IOException {
    List<ChartPanel> panels =
        List.of(
            panel("final learning rate α", learning(), CellResult::finalRate),
            panel("final training loss", methods, CellResult::fullTrainingLoss),
            panel("test loss", methods, result -> result.training().testLoss()));
    panels.get(panels.size() - 1).chart().setXAxisTitle(title);
    ChartImage.write(
        panels.stream().map(panel -> Picture.of(panel.chart())).toList(),
        1,
        new Legend(
            methods.stream()
                .map(method -> new Legend.Entry(method.name(), method.style()))
                .toList()),
        file);
  }

  /** Losses, one line per method, one column per setting. */
  TextTable table(ToDoubleFunction<CellResult> loss) {
    return table(methods, loss, Numbers::loss);
  }

  /** Final learning rates, one line per method that learns, one column per setting. */
  TextTable rateTable() {
    return table(learning(), CellResult::finalRate, Numbers::rate);
  }

  private List<Method> learning() {
    return methods.stream().filter(method -> method.learning() != Learning.NOTHING).toList();
  }

  private TextTable table(
      List<Method> shown, ToDoubleFunction<CellResult> value, DoubleFunction<String> format) {
    List<String> header = new ArrayList<>(List.of(title));
    settings.forEach(place -> header.add(Numbers.exact(place)));
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (Method method : shown) {
      List<String> row = new ArrayList<>(List.of(method.name()));
      settings.forEach(place -> row.add(format.apply(value(method, place, value))));
      table.add(row.toArray(String[]::new));
    }
    return table;
  }

  private ChartPanel panel(String name, List<Method> shown, ToDoubleFunction<CellResult> value) {
    return new ChartPanel(name, WIDTH, HEIGHT)
        .dottedLines(shown.stream().map(method -> curve(method, value)).toList())
        .logarithmic()
        .places(settings.stream().map(Numbers::exact).toList());
  }

  private StyledCurve curve(Method method, ToDoubleFunction<CellResult> value) {
    int[] known =
        IntStream.range(0, settings.size())
            .filter(place -> Double.isFinite(value(method, settings.get(place), value)))
            .toArray();
    return new StyledCurve(
        method.name(),
        method.style(),
        new Curve(
            IntStream.of(known).mapToDouble(place -> place).toArray(),
            IntStream.of(known)
                .mapToDouble(place -> value(method, settings.get(place), value))
                .toArray()));
  }

  /** NaN if there is no such run, or if it diverged. */
  private double value(Method method, double place, ToDoubleFunction<CellResult> value) {
    return results.stream()
        .filter(result -> result.method().name().equals(method.name()))
        .filter(result -> setting.applyAsDouble(result) == place && !result.diverged())
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Method first(List<CellResult> results, String name) {
    return results.stream()
        .map(CellResult::method)
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
