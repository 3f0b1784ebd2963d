package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SparkExampleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tableHasARowForEachEpoch() {
    assertThat(execute("--epochs", "1", "--batch", "128")).isZero();
    assertThat(out.toString().strip().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("epoch  learning rate");
    // Whatever accuracy is reached, the rate has left 0.
    assertThat(out.toString()).containsPattern("(?m)^1 +0\\.0*[1-9]");
  }

  /** DL4J's default loses the rate, and with it all learning. */
  @Test
  void withoutTheUpdaterTheRateIsZeroAgain() {
    assertThat(execute("--epochs", "1", "--batch", "128", "--no-save-updater")).isZero();
    assertThat(out.toString()).containsPattern("(?m)^1 +0 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--workers 0   | workers must be at least 1, got 0",
        "--frequency 0 | frequency must be at least 1, got 0",
        "--epochs 0    | epochs must be at least 1, got 0",
        "--batch 0     | batch must be at least 1, got 0",
        "--hyper-lr -1 | at least 0, got -1",
      })
  void wrongOptionsAreToldWithTheirValues(String arguments, String message) {
    assertThat(execute(arguments.split(" +"))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = new CommandLine(new SparkExample());
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
