package dev.hypergradient.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsNamesLeftAndNumbersRight() {
    TextTable table = new TextTable("name", "n");
    table.add("x", "100");

    assertThat(table.toString())
        .isEqualToNormalizingNewlines(
            """
            name    n
            x     100
            """);
  }

  @Test
  void rowsHaveOneCellAColumn() {
    TextTable table = new TextTable("name", "n");

    assertThatThrownBy(() -> table.add("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have 2 cells, got 1");
  }
}
