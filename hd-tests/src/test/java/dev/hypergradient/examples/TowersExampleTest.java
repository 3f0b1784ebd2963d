package dev.hypergradient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TowersExampleTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--part table3       | table3",
        "--weights nowhere   | --weights must be a directory, got nowhere",
        "--weights .         | --weights fits --dataset mnist only, got --dataset digits",
        "--second-moment -1  | at least 0, got -1",
        "--data nowhere      | --data must be a directory, got nowhere",
      })
  void wrongOptionsAreToldWithTheirValues(String arguments, String message) {
    assertThat(execute(arguments.split(" +"))).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void helpTellsParts() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString()).contains("table1, table2, sensitivity, cost");
  }

  @Test
  void tableComesWithItsFiles() throws IOException {
    assertThat(execute("--part", "table1", "--out", directory.toString())).isZero();

    Path chart = directory.resolve("towers-digits-table1-levels.png");
    assertThat(out.toString()).contains("table1: " + chart).contains("SGD(0.01) / Adam");
    assertThat(chart).isNotEmptyFile();
    // Two towers of three rows, and one that learns nothing; no results of the authors on digits.
    assertThat(Files.readAllLines(directory.resolve("towers-digits-table1.csv")))
        .hasSize(1 + 1 + 3 + 3)
        .startsWith("tower,quantity,value,authors")
        .allSatisfy(line -> assertThat(line).matches(".*(authors|,NaN)"));
    // 200 steps of two towers, and the row before training.
    assertThat(Files.readAllLines(directory.resolve("towers-digits-table1-levels.csv")))
        .hasSize(1 + 2 * 201)
        .startsWith("Tower,Iteration,Hypergradient,Cosine,SkippedSteps,level 0 learningRate");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = new CommandLine(new TowersExample());
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
