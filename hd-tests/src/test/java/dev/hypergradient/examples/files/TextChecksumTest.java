package dev.hypergradient.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextChecksumTest {
  /** The check value in catalogues of such sums: that of the digits 1 to 9. */
  @Test
  void appendsTheChecksumOfTheStandard() {
    assertThat(TextChecksum.append("123456789")).isEqualTo("123456789e3069283");
    assertThat(TextChecksum.remove("123456789e3069283")).isEqualTo("123456789");
  }

  @Test
  void keepsAnyText() {
    for (String text : List.of("", "α\n", "0.1,nan,")) {
      assertThat(TextChecksum.remove(TextChecksum.append(text))).isEqualTo(text);
    }
  }

  @Test
  void refusesOtherText() {
    for (String text : List.of("", "1", "123456788e3069283", "123456789E3069283", "123456789")) {
      assertThatThrownBy(() -> TextChecksum.remove(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("must end with the checksum");
    }
  }
}
