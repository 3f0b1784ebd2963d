package dev.hypergradient.experiments.towers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number of the papers' tables.
 *
 * @param tower in the papers' notation
 * @param quantity an accuracy, a share of all test images, or what a level has learned
 * @param value as measured
 * @param authors the value that the authors' code gives; NaN if unknown
 */
record TableRow(String tower, String quantity, double value, double authors) {
  static final String ACCURACY = "test accuracy";
  static final String PLAIN_ACCURACY = "plain test accuracy";

  /** A tower's accuracy; and if it learns, the values learned and the accuracy with them alone. */
  static List<TableRow> of(TowerRun run, AuthorsResults authors) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(ACCURACY, run.tower().testAccuracy());
    run.learned().forEach((quantity, value) -> values.put(quantity.toString(), value));
    run.plain().ifPresent(plain -> values.put(PLAIN_ACCURACY, plain.testAccuracy()));
    String tower = run.tower().label();
    return values.entrySet().stream()
        .map(
            entry ->
                new TableRow(
                    tower,
                    entry.getKey(),
                    entry.getValue(),
                    authors.of("table", tower, entry.getKey())))
        .toList();
  }

  /** Whether this is a share of the test images. */
  boolean isAccuracy() {
    return quantity.equals(ACCURACY) || quantity.equals(PLAIN_ACCURACY);
  }
}
