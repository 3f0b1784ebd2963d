package dev.hypergradient.experiments.towers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What the authors' code reaches on MNIST; see the README beside the resource for how it was
 * measured.
 */
final class AuthorsResults {
  private final Map<List<String>, Double> values;

  private AuthorsResults(Map<List<String>, Double> values) {
    this.values = Map.copyOf(values);
  }

  /** No results, for other data than MNIST. */
  static AuthorsResults none() {
    return new AuthorsResults(Map.of());
  }

  /**
   * Reads the results.
   *
   * @throws IOException if the resource cannot be read
   */
  static AuthorsResults onMnist() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<List<String>, Double> values = new HashMap<>();
    try (InputStream in = AuthorsResults.class.getResourceAsStream("authors.csv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (CSVRecord row : format.parse(reader)) {
        List<String> key = List.of(row.get("experiment"), row.get("tower"), row.get("quantity"));
        values.put(key, Double.valueOf(row.get("value")));
      }
    }
    return new AuthorsResults(values);
  }

  /** A result, or NaN where there is none. */
  double of(String experiment, String tower, String quantity) {
    return values.getOrDefault(List.of(experiment, tower, quantity), Double.NaN);
  }
}
