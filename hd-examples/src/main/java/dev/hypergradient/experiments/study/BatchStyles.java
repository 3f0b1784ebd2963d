package dev.hypergradient.experiments.study;

import dev.hypergradient.examples.report.Legend;
import dev.hypergradient.examples.report.LineStyle;
import dev.hypergradient.experiments.report.ColorScale;
import java.util.List;

/** Line styles of a study: the larger the batch size, the darker. */
final class BatchStyles {
  /** The lightest colours are hard to see as lines. */
  private static final double LIGHTEST = 0.2;

  private final List<Integer> sizes;

  BatchStyles(Study study) {
    sizes =
        study.settings().stream()
            .map(results -> results.setting().batchSize())
            .distinct()
            .sorted()
            .toList();
  }

  /** The line of a batch size, without gaps. */
  LineStyle of(int batchSize) {
    double place = sizes.indexOf(batchSize) / Math.max(1.0, sizes.size() - 1.0);
    double shade = LIGHTEST + (1 - LIGHTEST) * place;
    return new LineStyle(new ColorScale(1, 10).color(Math.pow(10, shade)), 1);
  }

  /** The legend of all batch sizes. */
  Legend legend() {
    return new Legend(
        sizes.stream().map(size -> new Legend.Entry("batches of " + size, of(size))).toList());
  }
}
