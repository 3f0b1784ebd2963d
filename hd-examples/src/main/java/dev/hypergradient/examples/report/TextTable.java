package dev.hypergradient.examples.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of text; on the terminal the first column to the left, the others to the right. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table of these columns. */
  public TextTable(String... header) {
    rows.add(List.of(header));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell for each column
   */
  public void add(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "a row must have " + rows.get(0).size() + " cells, got " + cells.length);
    }
    rows.add(List.of(cells));
  }

  /** Names of the columns. */
  public List<String> header() {
    return rows.get(0);
  }

  /** Rows below the header. */
  public List<List<String>> rows() {
    return Collections.unmodifiableList(rows.subList(1, rows.size()));
  }

  /** The table, with a line separator at its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(width(column) - row.get(column).length());
        text.append(column == 0 ? row.get(column) + padding : GAP + padding + row.get(column));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }
}
