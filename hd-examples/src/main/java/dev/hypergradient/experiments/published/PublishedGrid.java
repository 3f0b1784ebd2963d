package dev.hypergradient.experiments.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

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
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<Place, Double> losses = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(reader)) {
        Place place =
            new Place(
                row.get("method"),
                Double.parseDouble(row.get("alpha_0")),
                Double.parseDouble(row.get("beta")));
        losses.put(place, Double.valueOf(row.get("full_train_loss")));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
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
