package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LegendTest {
  private static final int ONE_LINE = new Legend(List.of("a")).height(900);

  @Test
  void nothingTakesNoRoom() {
    assertThat(Legend.NONE.height(900)).isZero();
  }

  @Test
  void labelsStandSideBySideWhereTheyFit() {
    Legend legend = new Legend(List.of("a", "b", "c"));

    assertThat(legend.height(900)).isEqualTo(ONE_LINE);
    // A line of a label is 24 points high.
    assertThat(legend.height(10)).isEqualTo(ONE_LINE + 2 * 24);
  }
}
