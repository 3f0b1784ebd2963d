package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class HdTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "logreg, multinomial logistic regression",
    "mlp, perceptron",
    "vgg, VGG family",
    "towers, Chandra",
    "compare, six methods",
    "grid, hyper learning rates",
    "sensitivity, many learning rates",
    "batch-size, many sizes",
    "layers, each layer",
    "study, without any number",
  })
  void programsExplainThemselves(String name, String words) {
    assertThat(execute(name, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: ./hd " + name).contains(words);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void unknownProgramsAreNamed() {
    assertThat(execute("perceptron")).isEqualTo(2);
    assertThat(err.toString()).contains("'perceptron'").contains("Try './hd --help'");
  }

  @Test
  void wrongOptionsSayWhereTheHelpIs() {
    assertThat(execute("mlp", "--epochs", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("got 0").contains("Try './hd mlp --help'");
  }

  @Test
  void nothingIsNotEnough() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("logreg, mlp, vgg, towers, compare");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Hd.commandLine();
    return commandLine
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
