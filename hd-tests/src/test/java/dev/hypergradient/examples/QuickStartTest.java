package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuickStartTest {
  private static final Pattern LINE =
      Pattern.compile("accuracy ([0-9.]+), learning rate ([0-9.]+)\\s*");

  /** It reached 98 % with β from 1e-6 to 1e-3; guessing is right for a third. */
  @Test
  void learnsFromLearningRateZero() throws Exception {
    Matcher line = LINE.matcher(output());

    assertThat(line.matches()).isTrue();
    assertThat(Double.parseDouble(line.group(1))).isGreaterThanOrEqualTo(0.9);
    assertThat(Double.parseDouble(line.group(2))).isPositive();
  }

  private static String output() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      QuickStart.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    return written.toString(StandardCharsets.UTF_8);
  }
}
