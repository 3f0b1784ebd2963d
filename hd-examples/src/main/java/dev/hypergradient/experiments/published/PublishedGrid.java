package dev.hypergradient.experiments.published;

import dev.hypergradient.examples.files.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Losses on all training images after an epoch of logistic regression on MNIST over α₀ and β, as
 * the authors' code gives them.
 */
public final class PublishedGrid {
  private static final String FILE = "grid-logreg.csv";

  private final Map<Place, Double> losses;

  private PublishedGrid(Map<Place, Double> losses) {
    this.losses = Map.copyOf(losses);
  }

  /** An empty grid. */
  public static PublishedGrid none() {
    return new PublishedGrid(Map.of());
  }

  /**
   * Reads {@code grid-logreg.csv} of a directory; without such a file there are no numbers.
   *
   * @throws IOException if the file cannot be read or lacks a column
   */
  public static PublishedGrid read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return none();
    }
    Map<Place, Double> losses = new HashMap<>();
    CsvFile.read(
        file,
        row ->
            losses.put(
                new Place(
                    row.get("method"),
                    Double.parseDouble(row.get("alpha_0")),
                    Double.parseDouble(row.get("beta"))),
                Double.valueOf(row.get("full_train_loss"))));
    return new PublishedGrid(losses);
  }

  /**
   * The loss, if it is known.
   *
   * @param updater as on the command line
   * @param hyperLearningRate 0 for updaters that do not learn their rate
   */
  public OptionalDouble loss(String updater, double learningRate, double hyperLearningRate) {
    Double loss =
        losses.get(new Place(PublishedNames.of(updater), learningRate, hyperLearningRate));
    return loss == null ? OptionalDouble.empty() : OptionalDouble.of(loss);
  }

  private record Place(String method, double learningRate, double hyperLearningRate) {}
}
