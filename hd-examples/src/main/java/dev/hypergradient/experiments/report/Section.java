package dev.hypergradient.experiments.report;

import dev.hypergradient.examples.report.TextTable;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a page.
 *
 * @param text below the heading; plain, may be empty
 * @param picture a PNG file
 * @param table below the picture
 */
public record Section(
    String heading, String text, Optional<Path> picture, Optional<TextTable> table) {
  /** Rejects missing parts. */
  public Section {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(table, "table");
  }

  /** A picture. */
  public static Section of(String heading, String text, Path picture) {
    return new Section(heading, text, Optional.of(picture), Optional.empty());
  }

  /** A table. */
  public static Section of(String heading, String text, TextTable table) {
    return new Section(heading, text, Optional.empty(), Optional.of(table));
  }
}
