package dev.hypergradient.examples.plot;

import dev.hypergradient.HypergradientListener;
import dev.hypergradient.Hypergradients;
import dev.hypergradient.examples.files.CsvFile;
import dev.hypergradient.examples.report.ChartImage;
import dev.hypergradient.examples.report.ChartPanel;
import dev.hypergradient.examples.report.CsvReport;
import dev.hypergradient.examples.report.Curve;
import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.LineStyle;
import dev.hypergradient.examples.report.Picture;
import dev.hypergradient.examples.report.StyledCurve;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * A training listener that draws what a network's hypergradient updaters do: learning rate, cosine
 * of gradient and last direction, and DL4J's score, against iterations.
 *
 * <pre>{@code
 * LearningRatePlot.fit(network, iterator, 10, Path.of("learning-rate.png"));
 * }</pre>
 *
 * <p>Where the network is trained otherwise, the listener is added and written by hand. An instance
 * serves one network and is not thread-safe.
 */
public final class LearningRatePlot extends BaseTrainingListener {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 270;

  private final HypergradientListener listener =
      HypergradientListener.ofAll(learned -> last = List.copyOf(learned));
  private final List<Step> steps = new ArrayList<>();
  private List<Hypergradients> last = List.of();

  /**
   * Trains a network and writes the picture.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph}; keeps its listeners
   * @param epochs passes over the data, at least 1
   * @param file PNG, written or replaced
   * @throws IllegalArgumentException if there are no epochs, or no updater learns a learning rate
   * @throws IOException if the file cannot be written
   */
  public static <N extends NeuralNetwork & Model> void fit(
      N network, DataSetIterator data, int epochs, Path file) throws IOException {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
    }
    LearningRatePlot plot = new LearningRatePlot();
    network.addListeners(plot);
    for (int epoch = 0; epoch < epochs; epoch++) {
      network.fit(data);
    }
    plot.writePicture(file);
  }

  /**
   * Takes what the network has learned.
   *
   * @throws IllegalArgumentException if no updater learns a learning rate
   */
  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    listener.iterationDone(model, iteration, epoch);
    if (last.isEmpty()) {
      throw new IllegalArgumentException("no updater of the network learns its learning rate");
    }
    steps.add(Step.of(iteration, model.score(), last));
  }

  /**
   * Writes or replaces a PNG file.
   *
   * @throws IllegalStateException if the network has not taken a step
   */
  public void writePicture(Path file) throws IOException {
    List<String> sets = sets();
    List<StyledCurve> rates = curves(sets, Step::rates);
    List<ChartPanel> panels =
        List.of(
            panel("learning rate α").magnifiedLines(rates, rates),
            panel("cosine of g and last d").smoothLines(curves(sets, Step::cosines)),
            panel("score").smoothLines(List.of(scores())).logarithmic().footer());
    ChartImage.write(
        panels.stream().map(panel -> Picture.of(panel.chart())).toList(), 1, legend(sets), file);
  }

  /**
   * Writes or replaces a CSV file: one row per iteration, learning rate and cosine of each set of
   * layers that share a rate.
   *
   * @throws IllegalStateException if the network has not taken a step
   */
  public void writeCsv(Path file) throws IOException {
    List<String> header = new ArrayList<>(List.of("iteration", "score"));
    for (String layers : sets()) {
      header.add("learning rate " + layers);
      header.add("cosine " + layers);
    }
    CsvFile.write(
        file,
        header,
        csv -> {
          for (Step step : steps) {
            List<Object> row = new ArrayList<>(List.of(step.iteration(), step.score()));
            for (int i = 0; i < step.rates().size(); i++) {
              row.add(CsvReport.number(step.rates().get(i)));
              row.add(CsvReport.number(step.cosines().get(i)));
            }
            csv.printRecord(row);
          }
        });
  }

  /** The layers that share a learning rate, one text for each rate. */
  private List<String> sets() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("the network has not taken a step");
    }
    return last.stream().map(learned -> String.join(" ", learned.getLayers())).toList();
  }

  private List<StyledCurve> curves(List<String> sets, Function<Step, List<Double>> values) {
    return IntStream.range(0, sets.size())
        .mapToObj(
            set ->
                new StyledCurve(
                    sets.get(set),
                    LineStyle.of(set),
                    Curve.finite(steps, Step::iteration, step -> values.apply(step).get(set))))
        .toList();
  }

  private StyledCurve scores() {
    return new StyledCurve(
        "score", LineStyle.of(0), Curve.finite(steps, Step::iteration, Step::score));
  }

  private static Legend legend(List<String> sets) {
    return sets.size() == 1
        ? Legend.NONE
        : new Legend(
            IntStream.range(0, sets.size())
                .mapToObj(set -> new Legend.Entry(sets.get(set), LineStyle.of(set)))
                .toList());
  }

  private static ChartPanel panel(String title) {
    return new ChartPanel(title, WIDTH, HEIGHT);
  }
}
