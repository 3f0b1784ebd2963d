package dev.hypergradient.experiments.report;

import java.util.List;
import java.util.Objects;

/**
 * What a page shows.
 *
 * @param lead below the title; plain text
 */
public record Report(String title, String lead, List<Section> sections) {
  /** Copies the list; rejects missing parts. */
  public Report {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(lead, "lead");
    sections = List.copyOf(sections);
  }
}
