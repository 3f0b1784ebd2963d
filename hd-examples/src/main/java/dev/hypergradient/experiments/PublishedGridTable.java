package dev.hypergradient.experiments;

import dev.hypergradient.examples.report.TextTable;
import dev.hypergradient.experiments.published.PublishedGrid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How much the losses of a grid differ from those that the authors' code gives. */
final class PublishedGridTable {
  private final List<Difference> differences;

  private PublishedGridTable(List<Difference> differences) {
    this.differences = differences;
  }

  /** Compares the cells that are in both. */
  static PublishedGridTable of(List<CellResult> results, PublishedGrid published) {
    return new PublishedGridTable(
        results.stream()
            .map(result -> new Difference(result, loss(published, result)))
            .filter(difference -> !Double.isNaN(difference.authors()))
            .toList());
  }

  /** The authors' loss for the settings of a result; NaN if unknown. */
  static double loss(PublishedGrid published, CellResult result) {
    Method method = result.method();
    return published
        .loss(method.name(), method.learningRate(), method.hyperLearningRate())
        .orElse(Double.NaN);
  }

  boolean isEmpty() {
    return differences.isEmpty();
  }

  /** One line per method. */
  TextTable table() {
    TextTable table =
        new TextTable(
            "method", "cells", "median", "largest", "at α₀", "β", "here", "authors' code");
    for (String method : differences.stream().map(Difference::method).distinct().toList()) {
      List<Difference> own =
          differences.stream().filter(difference -> difference.method().equals(method)).toList();
      Difference worst =
          own.stream().max(Comparator.comparingDouble(Difference::relative)).orElseThrow();
      double[] sorted = own.stream().mapToDouble(Difference::relative).toArray();
      Arrays.sort(sorted);
      table.add(
          method,
          Integer.toString(own.size()),
          number(sorted[sorted.length / 2]),
          number(worst.relative()),
          Numbers.exact(worst.result().method().learningRate()),
          Numbers.hyperRate(worst.result().method().hyperLearningRate()),
          Numbers.loss(worst.result().fullTrainingLoss()),
          Numbers.loss(worst.authors()));
    }
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }

  private record Difference(CellResult result, double authors) {
    private String method() {
      return result.method().name();
    }

    /** Infinite if the run diverged. */
    private double relative() {
      double here = result.fullTrainingLoss();
      return Double.isFinite(here) ? Math.abs(here - authors) / authors : Double.POSITIVE_INFINITY;
    }
  }
}
