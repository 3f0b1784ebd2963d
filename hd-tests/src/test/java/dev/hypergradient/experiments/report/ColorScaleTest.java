package dev.hypergradient.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
  /** A decade for each of the seven steps between eight colours. */
  private static final ColorScale SCALE = new ColorScale(1, 1e7);

  @Test
  void colorsAreEvenOverLogarithms() {
    assertThat(SCALE.color(1)).isEqualTo(new Color(0xFDE725));
    assertThat(SCALE.color(100)).isEqualTo(new Color(0x4AC16D));
    assertThat(SCALE.color(1e7)).isEqualTo(new Color(0x440154));
    // Half way from (253, 231, 37) to (160, 218, 57).
    assertThat(SCALE.color(Math.sqrt(10))).isEqualTo(new Color(207, 225, 47));
  }

  @Test
  void numbersBeyondTheBoundsHaveTheColorsOfTheBounds() {
    assertThat(SCALE.color(0)).isEqualTo(SCALE.color(1));
    assertThat(SCALE.color(1e9)).isEqualTo(SCALE.color(1e7));
    assertThat(new ColorScale(2, 2).color(2)).isEqualTo(SCALE.color(1));
  }

  @Test
  void textIsWhiteOnTheDarkEnd() {
    assertThat(ColorScale.isDark(SCALE.color(1))).isFalse();
    assertThat(ColorScale.isDark(SCALE.color(1e7))).isTrue();
  }

  @Test
  void rejectsBoundsWithoutLogarithms() {
    assertThatThrownBy(() -> new ColorScale(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0.0 and 1.0");
  }
}
