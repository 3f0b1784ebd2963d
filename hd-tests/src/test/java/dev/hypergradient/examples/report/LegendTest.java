package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegendTest {
  private static final int ONE_LINE = legend("a").height(900);

  @Test
  void nothingTakesNoRoom() {
    assertThat(Legend.NONE.height(900)).isZero();
  }

  @Test
  void labelsAreSideBySideWhereTheyFit() {
    Legend legend = legend("a", "b", "c");

    assertThat(legend.height(900)).isEqualTo(ONE_LINE);
    // A line of a label is 24 points high.
    assertThat(legend.height(10)).isEqualTo(ONE_LINE + 2 * 24);
  }

  private static Legend legend(String... labels) {
    return new Legend(
        Stream.of(labels).map(label -> new Legend.Entry(label, LineStyle.of(0))).toList());
  }
}
