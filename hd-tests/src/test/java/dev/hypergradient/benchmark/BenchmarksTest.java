package dev.hypergradient.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--size 0             | --size must be at least 1, got 0",
        "--updater momentum   | momentum",
        "--wait-policy active | active",
        "--part step,speed    | speed",
      })
  void wrongOptionsAreToldWithTheirValues(String arguments, String message) {
    assertThat(execute(arguments.split(" +"))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void memoryIsMeasured() {
    int exitCode =
        execute(
            "--part",
            "memory",
            "--updater",
            "adam",
            "--size",
            "100",
            "--out",
            directory.toString());

    assertThat(exitCode).isZero();
    // Three vectors of 100 floats, and a constant for what is learned.
    assertThat(out.toString())
        .contains("memory: " + directory.resolve("benchmark-memory.csv"))
        .containsPattern("adam +100 +3\\.\\d+ +\\d+ +\\d+");
    assertThat(directory.resolve("benchmark-memory.csv")).content().contains("adam,100,3.");
  }

  private int execute(String... arguments) {
    return Benchmarks.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
